package io.copytaster.ingest.filter;

import org.jspecify.annotations.Nullable;

/**
 * A filter as its owner wants it: an article is not taken in when it has something in common with {@code refuse}, or nothing with
 * {@code keepOnly}.
 *
 * @param name for people, in every reason
 * @param mode whether it refuses or only counts
 * @param refuse what is refused; empty for nothing
 * @param keepOnly what alone is kept; empty for everything
 */
public record FilterDraft(String name, Scope scope, Mode mode, Criteria refuse, Criteria keepOnly) {

    private static final int LONGEST_NAME = 200;

    /** Whether a filter refuses or only counts. */
    public enum Mode {
        ENFORCE,
        SHADOW
    }

    /**
     * Which articles a filter looks at; null for all.
     *
     * @param publisher as articles name it, in any case
     */
    public record Scope(@Nullable String feedId, @Nullable String publisher) {

        public Scope {
            check("feedId", feedId);
            check("publisher", publisher);
        }
    }

    public FilterDraft {
        check("name", name);
        if (refuse.isEmpty() && keepOnly.isEmpty()) {
            throw new IllegalArgumentException("expected something in refuse or keepOnly, got nothing in either");
        }
    }

    private static void check(String what, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_NAME || text.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException(
                    "expected 1 to " + LONGEST_NAME + " characters and no NUL in " + what + ", got " + text.length());
        }
    }
}
