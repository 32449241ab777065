package io.copytaster.ingest.extract.metadata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Chooses the headline among what a page states and shows, and takes the site's name off its title. */
final class Headlines {

    private static final Pattern SEPARATOR = Pattern.compile("\\s[|\\-–—/>»·•:]{1,2}\\s");
    private static final int SHORTEST = 15;
    private static final int LONGEST = 150;
    private static final int FEWEST_WORDS = 3;

    private Headlines() {}

    /** The headline, or an empty text. */
    static String of(Document page, MetaTags tags, StatedArticle stated) {
        String title = page.title();
        return Stream.of(
                        stated.headlines().stream().filter(title::contains),
                        stated.headlines().stream(),
                        tags.all("dc.title", "og:title", "title", "twitter:title", "parsely-title"))
                .flatMap(source -> source)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(() -> ofTitle(page));
    }

    private static String ofTitle(Document page) {
        String title = MetaTags.tidy(page.title());
        List<String> shown = page.select("h1, h2").stream()
                .limit(50)
                .map(Element::text)
                .map(MetaTags::tidy)
                .toList();
        if (shown.contains(title)) {
            return title;
        }
        Optional<String> shorter = withoutSite(title);
        if (shorter.isPresent()) {
            return shorter.get();
        }
        List<String> main = page.select("h1").stream()
                .limit(2)
                .map(Element::text)
                .map(MetaTags::tidy)
                .toList();
        boolean odd = title.length() < SHORTEST || title.length() > LONGEST;
        return odd && main.size() == 1 && !main.getFirst().isEmpty() ? main.getFirst() : title;
    }

    /** The title without its last part, or without its first where that leaves too little. */
    private static Optional<String> withoutSite(String title) {
        var separator = SEPARATOR.matcher(title);
        int firstEnd = -1;
        int lastStart = -1;
        while (separator.find()) {
            firstEnd = firstEnd < 0 ? separator.end() : firstEnd;
            lastStart = separator.start();
        }
        if (lastStart < 0) {
            return Optional.empty();
        }
        String front = title.substring(0, lastStart);
        String back = title.substring(firstEnd);
        return Stream.of(front, back)
                .filter(part -> words(part) >= FEWEST_WORDS)
                .findFirst();
    }

    private static int words(String text) {
        int words = text.toLowerCase(Locale.ROOT).split("\\s+", -1).length;
        return text.codePoints().anyMatch(Character::isIdeographic) ? Math.max(words, text.length() / 2) : words;
    }
}
