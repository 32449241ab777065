package io.copytaster.ingest.filter;

/**
 * What a filter says about an article.
 *
 * @param why what was found, for people
 */
public record FilterRuling(FilterId filter, int version, String name, FilterDraft.Mode mode, String why) {

    /** For the ledger and the sender. */
    public String sentence() {
        return "filter " + filter + " version " + version + " «" + name + "»: " + why;
    }

    /** Whether the article is not taken in. */
    public boolean refuses() {
        return mode == FilterDraft.Mode.ENFORCE;
    }
}
