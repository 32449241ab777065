package io.copytaster.ingest.copy;

/**
 * How much two texts have in common, estimated from their sketches; symmetric.
 *
 * @param share the part of the smaller text's passages that the other has too, 0 to 1
 * @param opening how much of the two openings the other text has too, 0 to 1 each
 * @param changed how often a shared passage goes on differently, and a number in the same place is another, per shared passage; 0 in
 *     a reprint, a few hundredths in a corrected one, more in two reports made from one template
 * @param size the smaller text's passages per passage of the larger, 0 to 1
 * @param compared how many passages of the smaller text the share is taken of
 */
public record Resemblance(double share, Openings opening, double changed, double size, int compared) {

    /**
     * The parts of the openings that the other text has too, 0 to 1.
     *
     * @param smaller of the smaller text: low where it is an extract from the middle
     * @param larger of the larger text: low where it is a text of its own that quotes, or a page with much around the text
     */
    public record Openings(double smaller, double larger) {

        double mean() {
            return (smaller + larger) / 2;
        }
    }
}
