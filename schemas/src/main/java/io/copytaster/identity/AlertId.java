package io.copytaster.identity;

/** Identity of an alert: watch, story or article, kind and trigger; never the watch's revision. */
public record AlertId(String value) {

    public AlertId {
        Identity.checked('l', value);
    }

    /** The alert of a watch about a story or article; kind is the name of an {@code AlertKind}. */
    public static AlertId of(String watchId, String storyOrArticleId, String kind, String trigger) {
        return new AlertId(Identity.of('l', "alert", watchId, storyOrArticleId, kind, trigger));
    }

    @Override
    public String toString() {
        return value;
    }
}
