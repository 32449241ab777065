package io.copytaster.ingest;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.filter.FilterRuling;
import io.copytaster.ingest.receipt.Receipt;

/** What a door tells the sender about a submission. */
public sealed interface Answer {

    /** Decided, on the log where it is new, and remembered. */
    record Taken(Receipt receipt) implements Answer {}

    /** Not taken in; nothing of it is kept but a line of the ledger. */
    record Refused(Refusal refusal) implements Answer {}

    /** Not taken in because a filter of the operator says so; the ledger says which. */
    record Filtered(FilterRuling ruling) implements Answer {}

    /** Its idempotency key belongs to another request. */
    record KeyReused() implements Answer {}

    /** There is no such article. */
    record Unknown(ArticleId article) implements Answer {}

    /** Nobody knows yet whether it is on the log; a repeat is safe. */
    record Unconfirmed(String reason) implements Answer {}
}
