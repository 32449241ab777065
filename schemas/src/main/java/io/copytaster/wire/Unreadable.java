package io.copytaster.wire;

/**
 * The record will never be an event: set it aside.
 *
 * @param reason a sentence for people, without content of the record
 * @param exception the exception behind it, class and message; empty if there is none
 */
public record Unreadable<V>(String reason, String exception) implements Reading<V> {}
