package io.copytaster.ingest.revision;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.RevisionId;

/** What identifies a revision and places it in its chain, without its text. */
public record RevisionName(ArticleId article, RevisionId id, int number) {}
