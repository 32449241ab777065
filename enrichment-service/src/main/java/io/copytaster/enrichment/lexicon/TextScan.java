package io.copytaster.enrichment.lexicon;

import io.copytaster.text.offset.CodePoints;
import io.copytaster.text.token.Tokens;
import java.util.List;

/**
 * What was found in one text of an article.
 *
 * @param firstSentence the number of its first sentence, counted through the article
 * @param hits in order of their first token
 */
public record TextScan(Tokens tokens, CodePoints codePoints, int firstSentence, List<Hit> hits) {

    public TextScan {
        hits = List.copyOf(hits);
    }

    public String text() {
        return tokens.text().original();
    }
}
