package io.copytaster.ingest.copy;

/** Whether one text is a copy of another, why, and by which measure. */
public record CopyVerdict(Ruling ruling, Resemblance resemblance) {

    /** The reasons for and against. */
    public enum Ruling {
        /** Word by word the same. */
        SAME_WORDS,
        /** The same text with another dateline, cut, corrected, or set among other text. */
        REPRINT,
        /** Too little in common. */
        OTHER_TEXT,
        /** Much in common, but below an opening of its own: shared background, or the furniture of a page. */
        OTHER_OPENING,
        /** Much in common, but numbers, names or words differ all over it: a template, filled in anew. */
        OTHER_FACTS,
        /** Some sentences of the one in the other: a digest, a brief, a quotation. */
        EXTRACT,
        /** Too short to tell. */
        TOO_SHORT
    }

    public boolean isCopy() {
        return ruling == Ruling.SAME_WORDS || ruling == Ruling.REPRINT;
    }
}
