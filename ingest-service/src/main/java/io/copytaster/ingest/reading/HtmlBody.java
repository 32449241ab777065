package io.copytaster.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copytaster.ingest.article.RawArticle;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.extract.ArticleExtractor;
import io.copytaster.ingest.extract.Extraction;
import io.copytaster.ingest.extract.Extraction.ExtractedArticle;
import io.copytaster.ingest.extract.Extraction.NoArticle;
import io.copytaster.ingest.extract.Extraction.Reason;
import io.copytaster.ingest.extract.metadata.PageMetadata;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads posted HTML into plain text. A whole document is read as the page of an article: what surrounds the article goes,
 * and what the page states stands in where the sender says nothing. Any other piece of HTML is an article's body: all
 * that it shows is kept.
 */
record HtmlBody(ArticleExtractor extractor, FieldReader fields, long headlineBytes) {

    private static final Pattern DOCUMENT = Pattern.compile("(?i)<(?:html|head|body)[\\s/>]");

    /** The offer in plain text. */
    RawArticle inPlainText(RawArticle raw, String html) throws FieldRefused {
        var extraction = DOCUMENT.matcher(html).find()
                ? page(html, raw.url() == null ? "" : raw.url())
                : extractor.fragment(html);
        return switch (extraction) {
            case ExtractedArticle(var body, var stated) -> completed(raw, body, stated);
            case NoArticle(var reason, var _) when reason == Reason.NO_TEXT -> completed(raw, "", PageMetadata.NONE);
            case NoArticle(var reason, var sentence) -> throw refused(reason, sentence);
        };
    }

    /** A page where nothing looks like an article is still what the sender wants to tell. */
    private Extraction page(String html, String url) {
        var page = extractor.extract(html, url);
        return page instanceof NoArticle(var reason, var _) && reason == Reason.NO_TEXT
                ? extractor.fragment(html)
                : page;
    }

    private RawArticle completed(RawArticle raw, String body, PageMetadata stated) {
        return new RawArticle(
                raw.url(),
                given(raw.headline(), () -> headline(stated.headline())),
                body,
                null,
                given(raw.language(), () -> fields.language(stated.language())),
                raw.publisher(),
                given(raw.byline(), () -> fields.shortText("byline", stated.byline(), FieldReader.BYLINE)),
                given(raw.publishedAt(), () -> publishedAt(stated.dates().publishedAt())),
                raw.id());
    }

    private Optional<String> headline(String stated) throws FieldRefused {
        return Optional.of(fields.text("headline", stated))
                .filter(text -> text.getBytes(UTF_8).length <= headlineBytes);
    }

    private Optional<String> publishedAt(@Nullable Instant stated) throws FieldRefused {
        return stated == null
                ? Optional.empty()
                : fields.publishedAt(stated.toString()).map(Instant::toString);
    }

    /** What the sender gave, else what the page states if we may store it: the sender is not to blame for the page. */
    private static @Nullable String given(@Nullable String bySender, Statement byPage) {
        if (bySender != null && !bySender.isBlank()) {
            return bySender;
        }
        try {
            return byPage.read().orElse(bySender);
        } catch (FieldRefused _) {
            return bySender;
        }
    }

    private static FieldRefused refused(Reason reason, String sentence) {
        var advice = sentence + "; send the article's text alone, or as plain text";
        return new FieldRefused(
                reason == Reason.TOO_LARGE ? Refusal.tooLarge("body", advice) : Refusal.invalid("body", advice));
    }

    @FunctionalInterface
    private interface Statement {
        Optional<String> read() throws FieldRefused;
    }
}
