package io.copytaster.wire;

/** What became of reading a record: an event, or the reason why it is none. */
public sealed interface Reading<V> permits Readable, Unreadable {}
