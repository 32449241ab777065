package io.copytaster.ingest.extract.body;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows lines that stand among paragraphs without being text of the article, with the phrases of {@code line-rules.txt}:
 * "read also", calls to subscribe or share, advertising marks, headings of what follows an article; and what stands
 * between headline and first paragraph: the headline again, byline, date.
 */
final class LineRules {

    private static final LineRules BUNDLED = new LineRules(WordFile.read("line-rules.txt"));

    private static final int LONGEST_CALL = 260;
    private static final int LONGEST_LABEL = 90;
    private static final int LONGEST_SECTION_HEADING = 50;
    private static final int SHORTEST_HEADLINE = 12;
    private static final double LONGEST_TAIL = 0.15;
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)[0-9]{2}\\b");
    private static final Pattern DAY_OR_TIME = Pattern.compile("\\b[0-9]{1,2}\\b");

    private final Set<String> calls;
    private final List<String> startsOfCalls;
    private final List<String> partsOfCalls;
    private final List<String> bylines;
    private final List<String> sections;

    private LineRules(Map<String, List<String>> phrases) {
        calls = Set.copyOf(phrases.getOrDefault("WHOLE", List.of()));
        startsOfCalls = List.copyOf(phrases.getOrDefault("START", List.of()));
        partsOfCalls = List.copyOf(phrases.getOrDefault("INSIDE", List.of()));
        bylines = List.copyOf(phrases.getOrDefault("BYLINE", List.of()));
        sections = List.copyOf(phrases.getOrDefault("SECTION", List.of()));
    }

    static LineRules bundled() {
        return BUNDLED;
    }

    /** Drops such lines from a box. */
    void drop(Layout layout, Selection selection, Box box, String headline) {
        dropTail(layout, selection, box);
        boolean begun = false;
        for (int i = box.firstRun(); i < box.endRun(); i++) {
            if (selection.keeps(i)) {
                Run run = layout.runs().get(i);
                if (isCall(run) || run.box().is("h1") || (!begun && isLabel(run, headline))) {
                    selection.drop(i);
                } else {
                    begun = begun || isParagraph(run);
                }
            }
        }
    }

    /** Drops what follows the article under headings of its own, as long as it is short. */
    private void dropTail(Layout layout, Selection selection, Box box) {
        double longest = LONGEST_TAIL * layout.letters(box);
        double letters = 0;
        for (int i = box.endRun() - 1; i > box.firstRun(); i--) {
            Run run = layout.runs().get(i);
            letters += selection.keeps(i) ? run.letters() : 0;
            if (letters >= longest) {
                return;
            }
            if (isSectionHeading(run)) {
                for (int dropped = i; dropped < box.endRun(); dropped++) {
                    selection.drop(dropped);
                }
            }
        }
    }

    private boolean isSectionHeading(Run run) {
        if (run.letters() > LONGEST_SECTION_HEADING || isParagraph(run)) {
            return false;
        }
        String line = words(run.text()) + " ";
        return sections.stream().anyMatch(section -> line.startsWith(section) && line.charAt(section.length()) == ' ');
    }

    private boolean isCall(Run run) {
        if (run.letters() == 0 || run.letters() > LONGEST_CALL) {
            return run.letters() == 0;
        }
        String line = lower(run.text());
        return startsOfCalls.stream().anyMatch(line::startsWith)
                || partsOfCalls.stream().anyMatch(line::contains)
                || calls.contains(words(run.text()));
    }

    private boolean isLabel(Run run, String headline) {
        if (isHeadline(run.text(), headline)) {
            return true;
        }
        return run.letters() <= LONGEST_LABEL && !isParagraph(run) && (isDated(run.text()) || isByline(run));
    }

    private boolean isByline(Run run) {
        String line = lower(run.text());
        return !run.endsSentence() && bylines.stream().anyMatch(by -> line.startsWith(by + " "));
    }

    private static boolean isDated(String line) {
        return YEAR.matcher(line).find() && DAY_OR_TIME.matcher(line).find();
    }

    private static boolean isHeadline(String line, String headline) {
        String words = words(line);
        return words.length() >= SHORTEST_HEADLINE && (words(headline) + " ").startsWith(words + " ");
    }

    private static boolean isParagraph(Run run) {
        return run.isProse() && run.endsSentence();
    }

    private static String lower(String line) {
        return line.toLowerCase(Locale.ROOT).replace('\n', ' ').replace('’', '\'');
    }

    /** The words of a line in lower case, apart by single spaces. */
    private static String words(String line) {
        StringBuilder words = new StringBuilder(line.length());
        String lower = lower(line);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '\'' || Character.getType(c) == Character.NON_SPACING_MARK) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }
}
