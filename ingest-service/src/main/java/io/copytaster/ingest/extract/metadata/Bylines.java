package io.copytaster.ingest.extract.metadata;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Chooses the byline among what a page states and shows. */
final class Bylines {

    private static final int LONGEST = 100;
    private static final int MOST_SHOWN = 50;
    private static final Pattern BY = Pattern.compile(
            "^(?:written |posted |published )?(?:by|par|von|por|di|door|автор)[: ] *",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String SHOWN =
            "[rel~=(?i)^author$], [itemprop~=(?i)^author$], [class~=(?i)^(byline|author|p-author|dateline)$], "
                    + "[id~=(?i)^(byline|author)$], [class*=byline], [class*=author-name], [class*=author_name]";

    private Bylines() {}

    static Optional<String> of(Document page, MetaTags tags, StatedArticle stated) {
        return Stream.of(
                        Stream.of(String.join(", ", stated.authors())),
                        tags.all(
                                        "dc.creator",
                                        "author",
                                        "article:author_name",
                                        "parsely-author",
                                        "sailthru.author",
                                        "byl",
                                        "byline",
                                        "article:author")
                                .map(name -> BY.matcher(name).replaceFirst("")),
                        shown(page))
                .flatMap(source -> source)
                .filter(Bylines::isName)
                .findFirst();
    }

    private static Stream<String> shown(Document page) {
        return page.select(SHOWN).stream()
                .limit(MOST_SHOWN)
                .filter(element -> !element.normalName().equals("body"))
                .map(Bylines::name)
                .filter(name -> name.length() <= LONGEST);
    }

    private static String name(Element element) {
        Element name = element.selectFirst("[itemprop~=(?i)^name$]");
        Element source = name == null ? element : name;
        String content = source.attr("content");
        return MetaTags.tidy(content.isEmpty() ? source.text() : content);
    }

    private static boolean isName(String text) {
        return !text.isBlank() && !text.startsWith("http") && text.codePoints().anyMatch(Character::isLetter);
    }
}
