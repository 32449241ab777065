package io.copytaster.cli.terminal;

/** How a command ended, for scripts. */
public enum ExitCode {
    /** As asked. */
    GOOD(0),
    /** It worked, and the answer is no: no match, a check failed. */
    NEGATIVE(1),
    /** The command line or a file was not understood. */
    USAGE(2),
    /** A part of the system is not reachable. */
    NOT_REACHABLE(3),
    /** The system understood and refused. */
    REFUSED(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
