package io.copytaster.localservers;

import io.copytaster.localservers.jvm.JavaProgram;
import io.copytaster.localservers.process.ServerProcess;
import java.util.Optional;

/** A server on this machine that can be ended, killed and started again with the same data on the same port. */
public interface LocalServer {

    /** The process behind the server. */
    ServerProcess process();

    /** The Java program that the process runs; empty where it runs another kind. */
    default Optional<JavaProgram> program() {
        return Optional.empty();
    }

    default String name() {
        return process().name();
    }

    default int port() {
        return process().port();
    }

    default long pid() {
        return process().pid();
    }

    /** Waits, within a bound, until the server serves; fails with the end of its log. */
    default void awaitReady() {
        process().awaitReady();
    }

    /** Ends the server in its own way; its data stays. */
    default void stop() {
        process().stop();
    }

    /** Ends the server as a power cut would (SIGKILL); its data stays. */
    default void kill() {
        process().kill();
    }

    /** Ends the server where it still runs, starts it with the same data on the same port, waits until it serves. */
    default void restart() {
        process().restart();
    }
}
