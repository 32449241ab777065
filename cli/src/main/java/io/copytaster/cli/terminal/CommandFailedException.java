package io.copytaster.cli.terminal;

/** A command cannot go on; the message says what was expected, what came, and the next step. */
public final class CommandFailedException extends RuntimeException {

    private final ExitCode exitCode;

    public CommandFailedException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public CommandFailedException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
