package io.copytaster.cli.check;

/**
 * What {@code doctor} found out about one part.
 *
 * @param part its name
 * @param address where it was looked for
 * @param good whether it is as it should be
 * @param state what was found
 * @param next what to do; empty where nothing is to be done
 */
record Finding(String part, String address, boolean good, String state, String next) {

    static Finding good(String part, String address, String state) {
        return new Finding(part, address, true, state, "");
    }

    static Finding bad(String part, String address, String state, String next) {
        return new Finding(part, address, false, state, next);
    }
}
