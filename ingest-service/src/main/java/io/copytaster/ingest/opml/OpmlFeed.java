package io.copytaster.ingest.opml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feed in a list.
 *
 * @param title null without one
 * @param xmlUrl the feed's address, http or https
 * @param htmlUrl the address of its page, http or https; null without one
 * @param folders names of the folders it is in, outermost first; at most {@value #FOLDERS}, inner ones are left out
 */
public record OpmlFeed(
        @Nullable String title, String xmlUrl, @Nullable String htmlUrl, List<String> folders) {

    /** Folders inside each other. */
    public static final int FOLDERS = 16;

    public OpmlFeed {
        title = Optional.ofNullable(title)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
        folders = folders.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .limit(FOLDERS)
                .toList();
    }

    /** The folders as one path, such as {@code World/Russia}; empty outside all folders. */
    public String category() {
        return String.join("/", folders);
    }
}
