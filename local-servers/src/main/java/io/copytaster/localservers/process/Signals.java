package io.copytaster.localservers.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends the signals that Java cannot send itself. */
final class Signals {

    private Signals() {}

    static void send(ProcessHandle process, Ending ending) {
        switch (ending) {
            case TERMINATE -> process.destroy();
            case KILL -> process.destroyForcibly();
            case INTERRUPT -> shell("kill -" + ending.signal() + " " + process.pid());
        }
    }

    private static void shell(String command) {
        try {
            new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("sh is needed to send a signal, and could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
