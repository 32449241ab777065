package io.copytaster.localservers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that we started: its output is in a log file, its id in a pid file, and it never outlives this JVM (a
 * killed JVM's children are found through their pid files by the next start).
 *
 * <p>Thread rule: every method may be called from any thread.
 */
final class ChildProcess {

    /** Probing costs the machine what the starting programs need. */
    private static final long POLL_MILLIS = 100;

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration GONE_WITHIN = Duration.ofSeconds(10);

    private final ChildRecipe recipe;
    private final Process process;

    private ChildProcess(ChildRecipe recipe, Process process) {
        this.recipe = recipe;
        this.process = process;
    }

    /** Starts the process; ends an orphan of a killed earlier parent first. Returns at once: see {@link #awaitReady}. */
    public static ChildProcess start(ChildRecipe recipe) {
        PidFile pidFile = new PidFile(recipe.pidFile());
        pidFile.endOrphan(recipe.name());
        try {
            Files.createDirectories(recipe.directory());
            Files.createDirectories(recipe.log().toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(ownSession(recipe.command()))
                    .directory(recipe.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(recipe.log().toFile()));
            builder.environment().putAll(recipe.environment());
            ChildProcess child = new ChildProcess(recipe, Children.start(builder, recipe));
            pidFile.write(child.process.toHandle(), recipe.ending());
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(recipe.name() + " could not be started", e);
        }
    }

    public String name() {
        return recipe.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the probe answers; fails with the end of the log when the process dies or the bound passes. */
    public void awaitReady(Probe probe, Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!answers(probe)) {
            if (endsWithin(Duration.ofMillis(POLL_MILLIS))) {
                throw failed("ended with exit code " + process.exitValue() + " instead of becoming ready");
            }
            if (System.nanoTime() > deadline) {
                throw failed("was not ready within " + bound.toSeconds() + " s");
            }
        }
    }

    /** Asks the process to end in its way, and kills it when it has not ended within the grace. */
    public void stop(Duration grace) {
        if (process.isAlive()) {
            Signals.send(process.toHandle(), recipe.ending());
            if (!endsWithin(grace)) {
                kill();
            }
        }
        forget();
    }

    /** Asks the process to end in its way and does not wait. */
    public void requestStop() {
        if (process.isAlive()) {
            Signals.send(process.toHandle(), recipe.ending());
        }
    }

    /** Ends the process as a power cut would (SIGKILL), and waits until it and what it started are gone. */
    public void kill() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        endsWithin(GONE_WITHIN);
        family.forEach(member -> Signals.awaitEnd(member, GONE_WITHIN));
        forget();
    }

    /** Ctrl-C reaches every process of the terminal's session; a session of its own leaves the ending to us. */
    private static List<String> ownSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of(SETSID.toString()));
        whole.addAll(command);
        return whole;
    }

    private void forget() {
        Children.forget(process);
        new PidFile(recipe.pidFile()).delete();
    }

    private boolean answers(Probe probe) {
        try {
            return process.isAlive() && probe.answers();
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean endsWithin(Duration wait) {
        try {
            return process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("interrupted while waiting for " + name(), e);
        }
    }

    private ServerFailedException failed(String what) {
        return new ServerFailedException(
                name() + " " + what + "; the end of its log (" + recipe.log() + "):\n" + LogTail.of(recipe.log(), 20));
    }
}
