package io.copytaster.text.inflection;

/** A form of a phrase and the rule that made it, such as {@code ru ия→ией}. */
public record InflectedForm(String text, String derivation) {}
