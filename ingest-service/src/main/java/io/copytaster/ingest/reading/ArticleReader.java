package io.copytaster.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.ArticleText;
import io.copytaster.ingest.article.FeedItem.Addressing;
import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.article.Provenance;
import io.copytaster.ingest.article.RawArticle;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.extract.ArticleExtractor;
import io.copytaster.ingest.reading.Understanding.Refused;
import io.copytaster.ingest.reading.Understanding.Understood;
import io.copytaster.ingest.url.CanonicalUrl;
import java.time.Clock;

/** Understands what a sender offers: checks every field and makes the article, or says what to change. */
public final class ArticleReader {

    private final ArticleSettings limits;
    private final FieldReader fields;
    private final HtmlBody html;

    public ArticleReader(ArticleSettings limits, Clock clock) {
        this.limits = limits;
        this.fields = new FieldReader(clock);
        this.html = new HtmlBody(new ArticleExtractor(), fields, limits.headlineBytes());
    }

    /** The article in it, or the first thing that is wrong with it. */
    public Understanding read(RawArticle raw, Provenance provenance, Addressing addressing) {
        try {
            var plain = inPlainText(raw);
            var text = text(plain);
            return new Understood(new Article(imprint(plain, addressing), text, provenance));
        } catch (FieldRefused e) {
            return new Refused(e.refusal());
        }
    }

    private RawArticle inPlainText(RawArticle raw) throws FieldRefused {
        var contentType = raw.contentType();
        if (contentType == null || contentType.equalsIgnoreCase("text/plain")) {
            return raw;
        }
        if (contentType.equalsIgnoreCase("text/html")) {
            return html.inPlainText(raw, fields.text("body", raw.body()));
        }
        throw new FieldRefused(Refusal.invalid(
                "contentType", "expected text/plain or text/html, got another type; convert the body to one of them"));
    }

    private Imprint imprint(RawArticle raw, Addressing addressing) throws FieldRefused {
        var canonical = fields.canonicalUrl(raw.url()).map(CanonicalUrl::value);
        return new Imprint(
                raw.url() == null ? null : raw.url().strip(),
                addressing == Addressing.OWN ? canonical.orElse(null) : null,
                fields.shortText("publisher", raw.publisher(), FieldReader.NAME).orElse(null),
                fields.shortText("id", raw.id(), FieldReader.NAME).orElse(null),
                fields.language(raw.language()).orElse(null),
                fields.shortText("byline", raw.byline(), FieldReader.BYLINE).orElse(null),
                fields.publishedAt(raw.publishedAt()).orElse(null));
    }

    private ArticleText text(RawArticle raw) throws FieldRefused {
        var headline = fields.text("headline", raw.headline());
        var body = fields.text("body", raw.body());
        if (headline.isBlank() && body.isBlank()) {
            throw new FieldRefused(Refusal.invalid(
                    "headline", "expected text in headline or body, got none in either; send at least one of them"));
        }
        int headlineBytes = headline.getBytes(UTF_8).length;
        refuseAbove(limits.headlineBytes(), headlineBytes, "headline", "the headline");
        refuseAbove(
                limits.textBytes(), headlineBytes + body.getBytes(UTF_8).length, "body", "headline and body together");
        return new ArticleText(headline, body);
    }

    private static void refuseAbove(long limit, long bytes, String field, String what) throws FieldRefused {
        if (bytes > limit) {
            throw new FieldRefused(Refusal.tooLarge(
                    field,
                    "expected at most " + limit + " bytes of UTF-8 in " + what + ", got " + bytes
                            + "; send less text"));
        }
    }
}
