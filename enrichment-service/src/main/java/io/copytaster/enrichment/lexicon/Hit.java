package io.copytaster.enrichment.lexicon;

/**
 * A form found in a text, its capitals and surroundings already judged.
 *
 * @param first first token
 * @param last last token, inclusive
 * @param start first UTF-16 unit
 * @param end one past the last UTF-16 unit
 * @param sentence number of the sentence, counted through the article
 */
public record Hit(Form form, int first, int last, int start, int end, int sentence) {

    public Term term() {
        return form.term();
    }

    public Purpose purpose() {
        return form.term().purpose();
    }

    public int length() {
        return end - start;
    }

    public boolean overlaps(Hit other) {
        return first <= other.last && other.first <= last;
    }
}
