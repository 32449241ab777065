package io.copytaster.ingest.source;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A feed as its owner wants it.
 *
 * @param url where it is polled, http or https, admitted by the guard
 * @param title for people; null for the feed's own
 * @param publisher what its articles name as publisher; null for the host
 * @param language BCP 47, where the feed and its pages do not say; null for none
 */
public record FeedDraft(
        String url,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String language,
        Filing filing) {

    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_URL = 2048;

    /**
     * How a feed is kept.
     *
     * @param folders names, outermost first
     * @param active whether it is polled
     */
    public record Filing(List<String> folders, FullText fullText, boolean active) {

        /** In no folder, polled, text from wherever it is whole. */
        public static final Filing USUAL = new Filing(List.of(), FullText.AUTO, true);

        private static final int MOST_FOLDERS = 16;

        public Filing {
            folders = List.copyOf(folders);
            if (folders.size() > MOST_FOLDERS) {
                throw new IllegalArgumentException(
                        "expected at most " + MOST_FOLDERS + " folders, got " + folders.size());
            }
            folders.forEach(folder -> check("each folder", folder, LONGEST_NAME));
        }
    }

    public FeedDraft {
        check("url", url, LONGEST_URL);
        check("title", title, LONGEST_NAME);
        check("publisher", publisher, LONGEST_NAME);
        check("language", language, LONGEST_NAME);
    }

    /** The host that its turns belong to. */
    public String host() {
        return Objects.requireNonNullElse(URI.create(url).getHost(), "").toLowerCase(Locale.ROOT);
    }

    /** The same feed at another address. */
    public FeedDraft at(String otherUrl) {
        return new FeedDraft(otherUrl, title, publisher, language, filing);
    }

    private static void check(String what, @Nullable String text, int longest) {
        if (text != null && (text.length() > longest || text.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException(
                    "expected at most " + longest + " characters and no NUL in " + what + ", got " + text.length());
        }
    }
}
