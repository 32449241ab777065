package io.copytaster.enrichment.lexicon;

import io.copytaster.enrichment.entity.Alias;
import io.copytaster.enrichment.entity.CaseRule;
import io.copytaster.enrichment.entity.Strength;
import io.copytaster.enrichment.lexicon.Form.Gate;
import io.copytaster.text.inflection.InflectedForm;
import io.copytaster.text.inflection.Inflection;
import io.copytaster.text.inflection.WordClass;
import io.copytaster.text.phrase.PhraseAutomatonBuilder;
import io.copytaster.text.token.TokenKind;
import io.copytaster.text.token.Tokenizer;
import io.copytaster.text.token.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Expands aliases into their forms and compiles them. Confined to one thread; use once. */
public final class LexiconBuilder {

    /** Shorter names are ordinary words of some language somewhere and stay in their own. */
    private static final int SHORTEST_EVERYWHERE = 4;

    private final PhraseAutomatonBuilder automaton = new PhraseAutomatonBuilder();
    private final List<List<Form>> formsOfPhrase = new ArrayList<>();
    private final Set<String> shared = new HashSet<>();
    private int aliases;

    public void addName(Purpose purpose, String owner, Alias alias) {
        add(purpose, owner, alias, 0, false);
    }

    public void addCue(String owner, Alias alias, double weight, boolean anchor) {
        add(Purpose.CUE, owner, alias, weight, anchor);
    }

    private void add(Purpose purpose, String owner, Alias alias, double weight, boolean anchor) {
        if (alias.strength() == Strength.BLOCKED) {
            return;
        }
        Term term = new Term(purpose, owner, aliases++, alias, weight, anchor);
        addForms(term, baseGate(term));
        alias.needs().stream()
                .filter(text -> !text.endsWith("*"))
                .forEach(text -> addBeside(Purpose.WITNESS, alias, text));
        alias.excludes().forEach(text -> addBeside(Purpose.EXCLUDE, alias, text));
    }

    /** Many aliases share witnesses and excludes: each is looked for once. */
    private void addBeside(Purpose purpose, Alias owner, String text) {
        if (!shared.add(purpose + " " + owner.language() + " " + text)) {
            return;
        }
        Alias alias = new Alias(
                owner.language(), text, CaseRule.ANY, Strength.STRONG, List.of(), List.of(), List.of(), WordClass.NOUN);
        addForms(new Term(purpose, "", aliases++, alias, 0, false), Gate.EVERYWHERE);
    }

    private void addForms(Term term, Gate gate) {
        Alias alias = term.alias();
        put(term, alias.text(), Form.BASE, gate);
        alias.forms().forEach(form -> put(term, form, "listed form", Gate.LANGUAGE));
        for (InflectedForm form : Inflection.of(alias.language()).forms(alias.text(), alias.wordClass())) {
            put(term, form.text(), form.derivation(), Gate.LANGUAGE);
        }
    }

    private void put(Term term, String text, String derivation, Gate gate) {
        Tokens tokens = Tokenizer.tokenize(text);
        if (tokens.count() == 0) {
            return;
        }
        int phrase = automaton.add(tokens);
        if (phrase == formsOfPhrase.size()) {
            formsOfPhrase.add(new ArrayList<>(1));
        }
        List<Form> forms = formsOfPhrase.get(phrase);
        Gate open = term.alias().language().equals(Alias.EVERY_LANGUAGE) ? Gate.EVERYWHERE : gate;
        if (!isKnown(forms, term)) {
            forms.add(Form.of(term, tokens, derivation, open));
        }
    }

    private static boolean isKnown(List<Form> forms, Term term) {
        for (Form form : forms) {
            if (form.term().number() == term.number() && form.term().purpose() == term.purpose()) {
                return true;
            }
        }
        return false;
    }

    private static Gate baseGate(Term term) {
        Alias alias = term.alias();
        boolean proper =
                alias.caseRule() != CaseRule.ANY && alias.text().codePoints().anyMatch(Character::isUpperCase);
        boolean everywhere = switch (term.purpose()) {
            case NAME ->
                proper && alias.strength() == Strength.STRONG && alias.text().length() >= SHORTEST_EVERYWHERE;
            case CUE, CONTEXT, NEGATIVE -> proper && alias.caseRule() == CaseRule.EXACT;
            case DEMONYM -> false;
            case EXCLUDE, WITNESS -> true;
        };
        return everywhere || isAlone(alias) ? Gate.EVERYWHERE : Gate.LANGUAGE;
    }

    /** Scripts that few languages write need no gate: an article in Wu or Cantonese counts as Chinese. */
    private static boolean isAlone(Alias alias) {
        Tokens tokens = Tokenizer.tokenize(alias.text());
        return tokens.count() > 0 && tokens.kind(0) == TokenKind.SOUTH_EAST_ASIAN;
    }

    public Lexicon build() {
        return new Lexicon(automaton.build(), formsOfPhrase);
    }
}
