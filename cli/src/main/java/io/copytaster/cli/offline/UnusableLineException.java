package io.copytaster.cli.offline;

/** A line lacks what a command needs; the message says what was expected and what came. */
public final class UnusableLineException extends Exception {

    public UnusableLineException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
