package io.copytaster.ingest.source;

/**
 * A server that says again and again that a feed has moved for good.
 *
 * @param to where to
 * @param times how often in a row it said so
 */
public record Move(String to, int times) {

    /** So many equal answers in a row are believed. */
    public static final int BELIEVED = 3;

    /** The move after one more answer. */
    public Move again(String target) {
        return target.equals(to) ? new Move(to, times + 1) : new Move(target, 1);
    }
}
