package io.copytaster.wire;

/** The record is this event. */
@SuppressWarnings("AvoidCommonTypeNames") // java.lang.Readable is a source of characters; nobody has both.
public record Readable<V>(V event) implements Reading<V> {}
