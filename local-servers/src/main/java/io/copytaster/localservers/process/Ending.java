package io.copytaster.localservers.process;

/** How a child process is asked to end when its parent ends it, or ends itself. */
public enum Ending {
    /** SIGTERM: the process finishes what it does, then leaves. */
    TERMINATE("TERM"),
    /** SIGINT: PostgreSQL's fast shutdown, which does not wait for its clients as SIGTERM does. */
    INTERRUPT("INT"),
    /** SIGKILL: for servers whose data nobody needs any more. */
    KILL("KILL");

    private final String signal;

    Ending(String signal) {
        this.signal = signal;
    }

    String signal() {
        return signal;
    }
}
