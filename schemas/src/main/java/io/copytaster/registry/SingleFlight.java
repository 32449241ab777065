package io.copytaster.registry;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers for ever what was found, and lets one thread ask while the others with the same question wait for its
 * answer. "There is none" and failures are not remembered. Thread-safe.
 */
final class SingleFlight<Q, A> {

    private final ConcurrentMap<Q, A> known = new ConcurrentHashMap<>();
    private final ConcurrentMap<Q, CompletableFuture<Optional<A>>> flights = new ConcurrentHashMap<>();

    Optional<A> get(Q question, Source<Q, A> source) throws IOException {
        var answer = known.get(question);
        if (answer != null) {
            return Optional.of(answer);
        }
        var flight = new CompletableFuture<Optional<A>>();
        var running = flights.putIfAbsent(question, flight);
        return running == null ? fly(question, source, flight) : join(running);
    }

    void put(Q question, A answer) {
        known.put(question, answer);
    }

    private Optional<A> fly(Q question, Source<Q, A> source, CompletableFuture<Optional<A>> flight) throws IOException {
        try {
            var found = source.ask(question);
            found.ifPresent(answer -> known.put(question, answer));
            flight.complete(found);
            return found;
        } catch (IOException | RuntimeException e) {
            flight.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(question, flight);
            // An Error leaves the flight open; those who wait for it must not wait for ever.
            flight.completeExceptionally(new IOException("the thread that asked the schema registry failed"));
        }
    }

    private Optional<A> join(CompletableFuture<Optional<A>> flight) throws IOException {
        try {
            return flight.join();
        } catch (CompletionException e) {
            throw new IOException("the schema registry could not be asked", e.getCause());
        }
    }

    /** Whom to ask. */
    interface Source<Q, A> {

        Optional<A> ask(Q question) throws IOException;
    }
}
