package io.copytaster.ingest;

import io.copytaster.ingest.article.RawArticle;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An article of the domain, field by field; as an object and as the JSON that a sender posts. */
public final class SampleArticle {

    private final Map<String, Object> fields;

    private SampleArticle(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** A short French article about Sberbank, complete but for an id. */
    public static SampleArticle chinaAndSberbank() {
        return new SampleArticle(new LinkedHashMap<>())
                .with("url", "https://www.gazette.example/economie/sberbank-chine?utm_source=fil")
                .with("headline", "Sberbank se tourne vers la Chine")
                .with("body", "Vladimir Poutine demande davantage de coopération.\n\nLes GPU manquent.")
                .with("language", "fr")
                .with("publisher", "La Gazette")
                .with("byline", "A. Martin")
                .with("publishedAt", "2026-11-20T08:00:00+01:00");
    }

    /** The same article at another address. */
    public static SampleArticle at(String url) {
        return chinaAndSberbank().with("url", url);
    }

    public SampleArticle with(String field, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(fields);
        copy.put(field, value);
        return new SampleArticle(copy);
    }

    public SampleArticle without(String field) {
        Map<String, Object> copy = new LinkedHashMap<>(fields);
        copy.remove(field);
        return new SampleArticle(copy);
    }

    public RawArticle raw() {
        return JsonMapper.shared().convertValue(fields, RawArticle.class);
    }

    public String json() {
        return JsonMapper.shared().writeValueAsString(fields);
    }
}
