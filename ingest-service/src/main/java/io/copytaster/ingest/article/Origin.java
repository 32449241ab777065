package io.copytaster.ingest.article;

/** Whether an article is told as it happens or comes from history. */
public enum Origin {
    LIVE,
    BACKFILL
}
