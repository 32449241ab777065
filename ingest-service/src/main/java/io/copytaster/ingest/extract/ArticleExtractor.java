package io.copytaster.ingest.extract;

import io.copytaster.ingest.extract.Extraction.ExtractedArticle;
import io.copytaster.ingest.extract.Extraction.NoArticle;
import io.copytaster.ingest.extract.Extraction.Reason;
import io.copytaster.ingest.extract.body.BodyFinder;
import io.copytaster.ingest.extract.body.BodyFinder.Clues;
import io.copytaster.ingest.extract.metadata.MetadataReader;
import io.copytaster.ingest.extract.metadata.PageMetadata;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the article out of a web page: its text without anything around it, and what the page states about it. Nothing is
 * fetched and nothing is run. Whatever the bytes, it answers, in time that grows with their number: a page is at most
 * {@value #MOST_BYTES} bytes long and has at most {@value #MOST_TAGS} tags, several times the largest articles that we have
 * seen, and elements nest {@value #DEEPEST} deep at most; what is nested deeper is read as standing at that depth.
 *
 * <p>Stateless, for any number of threads.
 */
public final class ArticleExtractor {

    /** The longest page that is read, in bytes; as much text as that in characters. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    /** The most tags of a page that is read: each costs memory, also where it holds no text. */
    public static final int MOST_TAGS = 150_000;

    private static final int DEEPEST = 512;

    private final MetadataReader metadata = new MetadataReader();
    private final BodyFinder bodies = new BodyFinder();

    /**
     * The article of a page as it came.
     *
     * @param page the bytes of the answer, decompressed
     * @param contentType the header of the answer, which may name a charset
     * @param url where it came from, to make its links absolute; may be empty
     */
    public Extraction extract(byte[] page, @Nullable String contentType, String url) {
        return page.length > MOST_BYTES ? tooLarge(page.length) : extract(PageDecoder.decode(page, contentType), url);
    }

    /** The article of a page that is text already. */
    public Extraction extract(String html, String url) {
        return parsed(html, url, this::article);
    }

    /**
     * The text of a piece of HTML that is an article already: all that it shows, block by block, but never scripts,
     * navigation or what is hidden. It states nothing about itself.
     */
    public Extraction fragment(String html) {
        return parsed(html, "", this::everything);
    }

    private static Extraction parsed(String html, String url, Function<Document, Extraction> reading) {
        if (html.length() > MOST_BYTES) {
            return tooLarge(html.length());
        }
        int tags = tags(html);
        return tags > MOST_TAGS
                ? new NoArticle(
                        Reason.TOO_MANY_TAGS, "expected a page of at most " + MOST_TAGS + " tags, got one of " + tags)
                : reading.apply(Jsoup.parse(html, url, Parser.htmlParser().setMaxDepth(DEEPEST)));
    }

    private Extraction everything(Document piece) {
        return bodies.everything(piece)
                .<Extraction>map(text -> new ExtractedArticle(text, PageMetadata.NONE))
                .orElseGet(ArticleExtractor::noText);
    }

    private Extraction article(Document page) {
        PageMetadata stated = metadata.read(page);
        return bodies.find(page, new Clues(stated.headline(), stated.statedBody()))
                .<Extraction>map(body -> new ExtractedArticle(body, stated))
                .orElseGet(ArticleExtractor::noText);
    }

    private static NoArticle noText() {
        return new NoArticle(Reason.NO_TEXT, "expected a page with text, got one without any");
    }

    private static Extraction tooLarge(int size) {
        return new NoArticle(
                Reason.TOO_LARGE, "expected a page of at most " + MOST_BYTES + " bytes, got one of " + size);
    }

    private static int tags(String html) {
        int tags = 0;
        for (int i = html.indexOf('<'); i >= 0 && i + 1 < html.length(); i = html.indexOf('<', i + 1)) {
            tags += Character.isLetter(html.charAt(i + 1)) ? 1 : 0;
        }
        return tags;
    }
}
