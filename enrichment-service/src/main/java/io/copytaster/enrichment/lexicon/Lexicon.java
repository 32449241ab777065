package io.copytaster.enrichment.lexicon;

import io.copytaster.enrichment.article.Article;
import io.copytaster.enrichment.entity.Alias;
import io.copytaster.text.offset.CodePoints;
import io.copytaster.text.phrase.PhraseAutomaton;
import io.copytaster.text.token.Tokenizer;
import io.copytaster.text.token.Tokens;
import java.util.ArrayList;
import java.util.List;

/** The compiled catalogue: finds all its forms in one pass over an article. Immutable, safe for threads. */
public final class Lexicon {

    private final PhraseAutomaton automaton;
    private final List<List<Form>> formsOfPhrase;

    Lexicon(PhraseAutomaton automaton, List<List<Form>> formsOfPhrase) {
        this.automaton = automaton;
        this.formsOfPhrase = formsOfPhrase.stream().map(List::copyOf).toList();
    }

    /** How many different spellings are looked for. */
    public int size() {
        return automaton.size();
    }

    public Scan scan(Article article, String language) {
        Tokens headline = Tokenizer.tokenize(article.headline());
        Tokens body = Tokenizer.tokenize(article.body());
        int sentences = headline.count() == 0 ? 0 : headline.sentence(headline.count() - 1) + 1;
        return new Scan(language, scan(headline, language, 0), scan(body, language, sentences));
    }

    private TextScan scan(Tokens tokens, String language, int sentencesBefore) {
        List<Hit> hits = new ArrayList<>();
        automaton.find(tokens, (first, last, phrase) -> {
            for (Form form : formsOfPhrase.get(phrase)) {
                if (isOpen(form, language)
                        && CaseCheck.passes(form, tokens, first)
                        && BoundaryCheck.passes(tokens, first, last)) {
                    int sentence = sentencesBefore + tokens.sentence(first);
                    hits.add(new Hit(form, first, last, tokens.start(first), end(form, tokens, last), sentence));
                }
            }
        });
        return new TextScan(tokens, CodePoints.of(tokens.text().original()), sentencesBefore, hits);
    }

    private static boolean isOpen(Form form, String language) {
        return form.gate() == Form.Gate.EVERYWHERE
                || Relatives.share(form.term().alias().language(), language);
    }

    /** An abbreviation's last full stop belongs to it: U.S. */
    private static int end(Form form, Tokens tokens, int last) {
        Alias alias = form.term().alias();
        int end = tokens.end(last);
        String text = tokens.text().original();
        boolean dotted = form.isBase() && alias.text().endsWith(".") && end < text.length() && text.charAt(end) == '.';
        return dotted ? end + 1 : end;
    }
}
