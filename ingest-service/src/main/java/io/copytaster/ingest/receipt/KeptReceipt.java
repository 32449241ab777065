package io.copytaster.ingest.receipt;

/** A receipt that was given under an idempotency key. */
public record KeptReceipt(IdempotencyKey key, Receipt receipt) {}
