package io.copytaster.ingest.extract.metadata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the article out of a page's JSON-LD blocks (schema.org); lenient about the JSON, strict about its size. */
final class JsonLd {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();
    private static final int MOST_BLOCKS = 30;
    private static final int LONGEST_BLOCK = 1_000_000;
    private static final int MOST_NODES = 5_000;
    private static final int MOST_AUTHORS = 20;
    private static final int LONGEST_TEXT = 500;

    private JsonLd() {}

    /** The first article that the page states, or one that says nothing. */
    static StatedArticle article(Document page) {
        return page.select("script[type*=ld+json]").stream()
                .limit(MOST_BLOCKS)
                .map(Element::data)
                .filter(block -> block.length() <= LONGEST_BLOCK)
                .map(JsonLd::articleNode)
                .flatMap(Optional::stream)
                .findFirst()
                .map(JsonLd::stated)
                .orElse(StatedArticle.NONE);
    }

    private static Optional<JsonNode> articleNode(String block) {
        try {
            return articleNode(JSON.readTree(unwrapped(block)));
        } catch (JacksonException _) {
            return Optional.empty(); // a page's mistake, and other sources remain
        }
    }

    /** Some pages wrap the block in CDATA or a comment, as scripts once had to be. */
    private static String unwrapped(String block) {
        String inner = block.strip();
        for (String opening : List.of("//", "/*", "<![CDATA[", "<!--", "*/")) {
            inner = inner.startsWith(opening)
                    ? inner.substring(opening.length()).strip()
                    : inner;
        }
        for (String closing : List.of("*/", "-->", "]]>", "/*", "//", ";")) {
            inner = inner.endsWith(closing)
                    ? inner.substring(0, inner.length() - closing.length()).strip()
                    : inner;
        }
        return inner;
    }

    private static Optional<JsonNode> articleNode(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int seen = 0; seen < MOST_NODES && !open.isEmpty(); seen++) {
            JsonNode node = open.poll();
            if (node.isObject() && isArticle(node.path("@type"))) {
                return Optional.of(node);
            }
            if (node.isArray() || node.isObject()) {
                node.values().stream()
                        .filter(child -> child.isArray() || child.isObject())
                        .limit(MOST_NODES)
                        .forEach(open::add);
            }
        }
        return Optional.empty();
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            return type.values().stream().anyMatch(JsonLd::isArticle);
        }
        String name = type.asString("");
        return name.endsWith("Article")
                || name.endsWith("Report")
                || (name.endsWith("Posting") && !name.endsWith("JobPosting"));
    }

    private static StatedArticle stated(JsonNode node) {
        List<String> authors = new ArrayList<>();
        for (String field : List.of("author", "creator")) {
            if (authors.isEmpty()) {
                addNames(node.path(field), authors);
            }
        }
        List<String> publishers = new ArrayList<>();
        addNames(node.path("publisher"), publishers);
        return new StatedArticle(
                List.of(text(node.path("headline")), text(node.path("name"))),
                authors,
                publishers.isEmpty() ? "" : publishers.getFirst(),
                text(node.path("inLanguage")),
                text(node.path("datePublished")),
                text(node.path("dateModified")),
                address(node),
                node.path("articleBody").isString() ? node.path("articleBody").asString() : "");
    }

    private static void addNames(JsonNode node, List<String> names) {
        if (node.isArray()) {
            node.values().stream()
                    .limit(MOST_AUTHORS)
                    .filter(child -> !child.isArray())
                    .forEach(child -> addNames(child, names));
            return;
        }
        String name = text(node.isObject() ? node.path("name") : node);
        if (!name.isEmpty() && !name.startsWith("http") && names.size() < MOST_AUTHORS && !names.contains(name)) {
            names.add(name);
        }
    }

    private static String address(JsonNode node) {
        String page = text(node.path("mainEntityOfPage"));
        String id = text(node.path("mainEntityOfPage").path("@id"));
        String url = text(node.path("url"));
        return !url.isEmpty() ? url : !id.isEmpty() ? id : page;
    }

    private static String text(JsonNode node) {
        JsonNode one = node.isArray() && !node.isEmpty() ? node.path(0) : node;
        String text = one.isString() || one.isNumber() ? one.asString("") : "";
        return text.length() > LONGEST_TEXT ? "" : MetaTags.tidy(text);
    }
}
