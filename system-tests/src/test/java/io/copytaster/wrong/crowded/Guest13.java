package io.copytaster.wrong.crowded;

/** One too many. */
public final class Guest13 {}
