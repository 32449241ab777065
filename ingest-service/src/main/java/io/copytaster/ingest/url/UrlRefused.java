package io.copytaster.ingest.url;

/** Says why a text is no URL of an article; the message completes the sentence "expected a URL, but …". */
public final class UrlRefused extends Exception {

    UrlRefused(String why) {
        super(why);
    }

    /** Why, as the end of a sentence. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
