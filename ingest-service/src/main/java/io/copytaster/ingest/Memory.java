package io.copytaster.ingest;

import io.copytaster.ingest.copymember.Copies;
import io.copytaster.ingest.filter.Filters;
import io.copytaster.ingest.ledger.Ledger;
import io.copytaster.ingest.receipt.Receipts;
import io.copytaster.ingest.seen.Decisions;
import io.copytaster.ingest.seen.SeenArticles;

/** What the service remembers, and the decisions in which it changes. */
record Memory(
        Decisions decisions, SeenArticles seen, Copies copies, Ledger ledger, Receipts receipts, Filters filters) {}
