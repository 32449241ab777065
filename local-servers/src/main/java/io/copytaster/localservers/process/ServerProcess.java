package io.copytaster.localservers.process;

import io.copytaster.localservers.port.Ports;
import java.time.Duration;

/**
 * A server that can be ended and started again with the same data on the same port.
 *
 * <p>Thread rule: ending and starting are serialised by this object's lock.
 */
public final class ServerProcess {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ChildRecipe recipe;
    private final int port;
    private final Probe probe;
    private final Duration readyWithin;
    private final Runnable preparation;
    private ChildProcess child;

    /** Starts the server and does not wait; a taken port is refused with the name of its holder. */
    public ServerProcess(ChildRecipe recipe, int port, Probe probe, Duration readyWithin) {
        this(recipe, port, probe, readyWithin, () -> {});
    }

    /** The preparation runs before each start. */
    public ServerProcess(ChildRecipe recipe, int port, Probe probe, Duration readyWithin, Runnable preparation) {
        this.recipe = recipe;
        this.port = port;
        this.probe = probe;
        this.readyWithin = readyWithin;
        this.preparation = preparation;
        this.child = begin();
    }

    public String name() {
        return recipe.name();
    }

    public int port() {
        return port;
    }

    public synchronized long pid() {
        return child.pid();
    }

    public synchronized boolean isAlive() {
        return child.isAlive();
    }

    /** Waits, within a bound, until the server serves. */
    public void awaitReady() {
        // A port that nobody listens on yet is the cheapest answer, and the one that is given most often.
        current().awaitReady(() -> Ports.isListening(port) && probe.answers(), readyWithin);
    }

    public synchronized void stop() {
        child.stop(GRACE);
    }

    /** SIGKILL. */
    public synchronized void kill() {
        child.kill();
    }

    /** Asks the server to end and does not wait. */
    public synchronized void requestStop() {
        child.requestStop();
    }

    /** Ends the server where it runs, starts it again and waits until it serves. */
    public void restart() {
        synchronized (this) {
            child.stop(GRACE);
            child = begin();
        }
        awaitReady();
    }

    private ChildProcess begin() {
        new PidFile(recipe.pidFile()).endOrphan(recipe.name());
        Ports.requireFree(port, recipe.name());
        preparation.run();
        return ChildProcess.start(recipe);
    }

    private synchronized ChildProcess current() {
        return child;
    }
}
