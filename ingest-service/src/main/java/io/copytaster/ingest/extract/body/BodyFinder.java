package io.copytaster.ingest.extract.body;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * Finds the text of the article on a page.
 *
 * <p>The page is read as runs of text in boxes. What tags, names, teasers and links show to stand beside the article is
 * set aside; of the boxes that remain, the one with the highest sum of text over noise holds the article; lines in it that
 * only lead elsewhere are left out. A second attempt without the names of boxes is made where the first finds little, and
 * the text that the page states about itself (JSON-LD) stands in where the page does not show it.
 *
 * <p>Stateless; time grows with the size of the page, and there is no recursion.
 */
public final class BodyFinder {

    private static final int LITTLE = 250;
    private static final double LITTLE_OF_PAGE = 0.1;
    private static final int CLEARLY_MORE = 2;
    private static final int SHORTEST_STATED = 250;
    private static final double SHOWN = 0.5;
    private static final double AGREEMENT = 0.3;
    private static final int SAMPLES = 20;
    private static final int SAMPLE_LENGTH = 30;

    /**
     * What is known of the article beside its page.
     *
     * @param headline as shown or stated, perhaps empty
     * @param statedBody the text that the page states about itself, perhaps empty
     */
    public record Clues(String headline, String statedBody) {}

    /** The article's text, paragraphs apart by an empty line; nothing where the page shows and states none. */
    public Optional<String> find(Document page, Clues clues) {
        Layout layout = LayoutReader.read(page.body());
        String shown = shown(layout, clues.headline());
        return Optional.of(isElsewhere(shown, clues.statedBody()) ? clues.statedBody() : shown)
                .filter(text -> !text.isBlank());
    }

    /** All that a piece of a page shows, whether it looks like an article or not; nothing where it shows nothing. */
    public Optional<String> everything(Document piece) {
        Layout layout = LayoutReader.read(piece.body());
        return Optional.of(new Selection(layout).text(0, layout.runs().size())).filter(text -> !text.isBlank());
    }

    private static String shown(Layout layout, String headline) {
        Furniture furniture = new Furniture(layout);
        Selection selection = new Selection(layout);
        furniture.dropByName(selection);
        String text = text(layout, furniture, selection, headline);
        int letters = Run.letters(text);
        if (letters >= LITTLE && letters >= LITTLE_OF_PAGE * layout.prose()) {
            return text;
        }
        Selection lenient = new Selection(layout);
        furniture.dropByTag(lenient);
        String more = text(layout, furniture, lenient, headline);
        return Run.letters(more) > CLEARLY_MORE * letters ? more : text;
    }

    private static String text(Layout layout, Furniture furniture, Selection selection, String headline) {
        furniture.dropTeasers(selection);
        return ContainerChoice.of(layout, selection)
                .map(container -> {
                    furniture.dropLinkLists(selection, container);
                    LineRules.bundled().drop(layout, selection, container, headline);
                    int first = Lead.firstRun(layout, selection, container);
                    return selection.text(first, container.endRun());
                })
                .orElse("");
    }

    /** Whether the stated text is not what was found: the page loads it later, hides it, or led us astray. */
    private static boolean isElsewhere(String shown, String stated) {
        int letters = Run.letters(stated);
        return letters >= SHORTEST_STATED
                && (Run.letters(shown) < SHOWN * letters || agreement(shown, stated) < AGREEMENT);
    }

    /** How much of the stated text, looked at here and there, occurs in the shown one. */
    private static double agreement(String shown, String stated) {
        String all = bare(shown);
        String wanted = bare(stated);
        int step = Math.max(SAMPLE_LENGTH, wanted.length() / SAMPLES);
        int samples = 0;
        int found = 0;
        for (int i = 0; i + SAMPLE_LENGTH <= wanted.length(); i += step) {
            samples++;
            found += all.contains(wanted.substring(i, i + SAMPLE_LENGTH)) ? 1 : 0;
        }
        return samples == 0 ? 1 : (double) found / samples;
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> bare.append((char) c));
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
