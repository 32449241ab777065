package io.copytaster.ingest.page;

import io.copytaster.ingest.extract.ArticleExtractor;
import io.copytaster.ingest.extract.Extraction.ExtractedArticle;
import io.copytaster.ingest.extract.Extraction.NoArticle;
import io.copytaster.ingest.fetch.FetchClient;
import io.copytaster.ingest.fetch.FetchRequest;
import io.copytaster.ingest.fetch.Fetched;
import io.copytaster.ingest.fetch.WebAddress;
import io.copytaster.ingest.page.PageReading.Read;
import io.copytaster.ingest.page.PageReading.Refused;
import io.copytaster.ingest.page.PageReading.Retry;
import io.copytaster.ingest.robots.RobotsRules;
import io.copytaster.ingest.robots.RobotsVerdict;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the article of a web page: robots.txt, page, text. Images and scripts are never fetched and nothing is run. Blocks
 * the calling thread, which should be a virtual one, for twice the fetch's total timeout at most where the site's robots.txt
 * is not known yet. Safe for all threads.
 */
public final class PageReader {

    private static final Map<String, String> HEADERS = Map.of("accept", "text/html, application/xhtml+xml;q=0.9");
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final Set<Integer> PASSING = Set.of(202, 408, 425, 429);

    private final FetchClient client;
    private final RobotsRules robots;
    private final ArticleExtractor extractor;
    private final PageSettings settings;

    public PageReader(FetchClient client, RobotsRules robots, ArticleExtractor extractor, PageSettings settings) {
        this.client = client;
        this.robots = robots;
        this.extractor = extractor;
        this.settings = settings;
    }

    /** The article at this URL, or why there is none. */
    public PageReading read(String url) {
        return refusedByRobots(url).orElseGet(() -> fetched(url));
    }

    private Optional<PageReading> refusedByRobots(String url) {
        return switch (robots.mayFetch(url)) {
            case RobotsVerdict.Allowed() -> Optional.empty();
            case RobotsVerdict.Disallowed(var reason) -> Optional.of(new Refused(reason, Retry.NEVER));
            case RobotsVerdict.Unknown(var reason) -> Optional.of(new Refused(reason, Retry.LATER));
        };
    }

    private PageReading fetched(String url) {
        return switch (client.get(new FetchRequest(url, HEADERS, settings.mostBytes()))) {
            case Fetched.Failed failed -> new Refused(failed.reason(), retry(failed.cause()));
            case Fetched.Answer answer
            when answer.redirects() > 0 -> refusedByRobots(answer.url()).orElseGet(() -> redirected(url, answer));
            case Fetched.Answer answer -> answered(answer);
        };
    }

    private PageReading redirected(String url, Fetched.Answer answer) {
        boolean sentHome =
                WebAddress.of(answer.url()).isFrontPage() && !WebAddress.of(url).isFrontPage();
        return sentHome
                ? never("expected an article, got sent to the site's front page; the article is gone")
                : answered(answer);
    }

    private PageReading answered(Fetched.Answer answer) {
        int status = answer.status();
        if (status != 200) {
            var retry = status >= 500 || PASSING.contains(status) ? Retry.LATER : Retry.NEVER;
            return new Refused("expected the page with status 200, got " + status + "; open it in a browser", retry);
        }
        var contentType = answer.headers().get("content-type");
        return PAGES.contains(mediaType(contentType))
                ? extracted(answer, contentType)
                : never("expected a page of HTML, got another type of content (" + mediaType(contentType) + ")");
    }

    private PageReading extracted(Fetched.Answer answer, @Nullable String contentType) {
        return switch (extractor.extract(answer.body(), contentType, answer.url())) {
            case NoArticle(var _, var sentence) -> never(sentence);
            case ExtractedArticle article -> article(article, answer);
        };
    }

    private PageReading article(ExtractedArticle article, Fetched.Answer answer) {
        int length = article.body().codePointCount(0, article.body().length());
        if (length < settings.leastText()) {
            return never("expected a text of at least " + settings.leastText() + " characters, got " + length
                    + "; the page may be gone, or show its text by script only");
        }
        return new Read(article, answer.url(), canonicalUrl(article, answer.url()));
    }

    private static @Nullable String canonicalUrl(ExtractedArticle article, String url) {
        var stated = article.metadata().canonicalUrl();
        var site = RegistrableDomain.of(url);
        boolean isOurs = stated != null
                && site.isPresent()
                && site.equals(RegistrableDomain.of(stated))
                && (!WebAddress.of(stated).isFrontPage() || WebAddress.of(url).isFrontPage());
        return isOurs ? stated : null;
    }

    private static String mediaType(@Nullable String contentType) {
        var type = contentType == null ? "none stated" : contentType;
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static Retry retry(Fetched.Cause cause) {
        return switch (cause) {
            case BAD_URL, BLOCKED, TOO_LARGE, REDIRECTS -> Retry.NEVER;
            case BUSY, DNS, CONNECT, TLS, TIMEOUT, TRUNCATED, ENCODING, PROTOCOL -> Retry.LATER;
        };
    }

    private static Refused never(String reason) {
        return new Refused(reason, Retry.NEVER);
    }
}
