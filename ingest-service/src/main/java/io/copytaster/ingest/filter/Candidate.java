package io.copytaster.ingest.filter;

import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.FeedItem;
import io.copytaster.text.fold.Folding;
import io.copytaster.text.language.FunctionWordLanguages;
import io.copytaster.text.language.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An article as filters look at it. Folds its text once, and only when a filter asks for words. For one thread. */
public final class Candidate {

    private static final Languages LANGUAGES = new FunctionWordLanguages();

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Article article;
    private final List<String> sections;
    private @Nullable String folded;
    private @Nullable String language;

    public Candidate(Article article, @Nullable FeedItem item) {
        this.article = article;
        this.sections = item == null
                ? List.of()
                : item.sections().stream().map(section -> fold(section)).toList();
    }

    /** Whether it belongs to a feed or publisher; nothing asked means any. */
    boolean isFrom(FilterDraft.Scope scope) {
        boolean feed = scope.feedId() == null
                || scope.feedId().equals(article.provenance().feedId());
        boolean publisher = scope.publisher() == null
                || fold(scope.publisher())
                        .equals(fold(Objects.toString(article.imprint().publisher(), "")));
        return feed && publisher;
    }

    boolean isIn(String tag) {
        if (language == null) {
            var claimed = article.imprint().language();
            language = (claimed == null ? guessed() : claimed).toLowerCase(Locale.ROOT);
        }
        return language.equals(tag) || language.startsWith(tag + "-");
    }

    boolean hasSection(String section) {
        return sections.contains(fold(section));
    }

    boolean says(String words) {
        if (folded == null) {
            folded = fold(article.text().headline() + "\n" + article.text().body());
        }
        var wanted = fold(words);
        if (wanted.isEmpty()) {
            return false;
        }
        for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
            if (isBorder(folded, at) && isBorder(folded, at + wanted.length())) {
                return true;
            }
        }
        return false;
    }

    private String guessed() {
        return LANGUAGES
                .guess(article.text().headline() + "\n" + article.text().body(), null)
                .language();
    }

    private static String fold(String text) {
        return SPACES.matcher(Folding.fold(text).toString()).replaceAll(" ").strip();
    }

    /** No word goes on here; where no spaces are written, everything is a border. */
    private static boolean isBorder(String text, int at) {
        if (at <= 0 || at >= text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        return !isOfWord(before) || !isOfWord(after) || isUnspaced(before) || isUnspaced(after);
    }

    /** Marks too: in many scripts they are the vowels. */
    private static boolean isOfWord(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetterOrDigit(letter);
        };
    }

    private static boolean isUnspaced(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
