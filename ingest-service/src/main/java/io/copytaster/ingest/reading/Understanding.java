package io.copytaster.ingest.reading;

import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.Refusal;

/** What we make of something offered: an article, or a refusal. */
public sealed interface Understanding {

    /** It is an article within every limit. */
    record Understood(Article article) implements Understanding {}

    /** It is not taken in. */
    record Refused(Refusal refusal) implements Understanding {}
}
