package io.copytaster.localservers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

    /** Asks the process to end, and kills it when it has not ended within the grace. */
    static void end(ProcessHandle process, Ending ending, Duration grace) {
        send(process, ending);
        if (!awaitEnd(process, grace)) {
            process.destroyForcibly();
            awaitEnd(process, grace);
        }
    }

    /** True when the process ended within the bound; works for processes that are not ours, too. */
    static boolean awaitEnd(ProcessHandle process, Duration bound) {
        try {
            process.onExit().get(bound.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new ServerFailedException("could not wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
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
