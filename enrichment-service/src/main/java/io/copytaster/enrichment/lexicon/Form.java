package io.copytaster.enrichment.lexicon;

import io.copytaster.enrichment.entity.CaseRule;
import io.copytaster.text.token.Tokens;
import java.util.Arrays;
import java.util.List;

/**
 * A spelling to look for.
 *
 * @param derivation {@code base}, or the rule that made it
 * @param gate where it counts
 * @param caseRule how capitals must stand
 * @param words the tokens as the catalogue writes them; none where capitals do not matter
 */
public record Form(Term term, String derivation, Gate gate, CaseRule caseRule, List<String> words) {

    /** The derivation of what the catalogue writes itself. */
    public static final String BASE = "base";

    /** The languages in which a form counts. */
    public enum Gate {
        /** Its own and close relatives. */
        LANGUAGE,
        EVERYWHERE
    }

    static Form of(Term term, Tokens tokens, String derivation, Gate gate) {
        int compared = term.alias().caseRule() == CaseRule.ANY ? 0 : tokens.count();
        String[] words = new String[compared];
        Arrays.setAll(words, tokens::original);
        return new Form(term, derivation, gate, term.alias().caseRule(), List.of(words));
    }

    public boolean isBase() {
        return derivation.equals(BASE);
    }
}
