package io.copytaster.cli.terminal;

import java.io.PrintStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command writes: results to standard output, one JSON object per line when a program reads them, and
 * everything said to people to standard error then.
 *
 * <p>Thread rule: lines are written whole.
 */
public final class Output {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream results;
    private final PrintStream words;
    private final boolean machineReadable;

    public Output(PrintStream results, PrintStream words, boolean machineReadable) {
        this.results = results;
        this.words = machineReadable ? words : results;
        this.machineReadable = machineReadable;
    }

    /** For a command that was asked for JSON, or whose output is not a terminal. */
    public static Output of(boolean jsonWanted) {
        boolean terminal = isTerminal();
        return new Output(System.out, System.err, jsonWanted || !terminal);
    }

    /** For a command that talks to people unless it was asked for JSON. */
    public static Output spoken(boolean jsonWanted) {
        return new Output(System.out, System.err, jsonWanted);
    }

    public boolean isMachineReadable() {
        return machineReadable;
    }

    /** A result: JSON for programs, the line for people. */
    public void result(JsonNode json, String line) {
        write(results, machineReadable ? JSON.writeValueAsString(json) : line);
    }

    /** Something said to people, never part of the result. */
    public void say(String line) {
        write(words, line);
    }

    /** True when whoever reads the results has left, as {@code head} does. */
    public boolean isUnread() {
        return results.checkError();
    }

    @SuppressWarnings("SystemConsoleNull") // null where the console's provider is switched off
    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    private static void write(PrintStream stream, String line) {
        synchronized (stream) {
            stream.println(line);
            stream.flush();
        }
    }
}
