package io.copytaster.ingest.seen;

import java.util.Collection;
import java.util.function.Supplier;

/**
 * Makes decisions about articles one after the other, across all instances: what is done inside is kept or undone as a
 * whole, and names taken inside are held until then.
 */
public interface Decisions {

    /**
     * Does the work as one; nothing of it is kept when it throws, and all of it once this returns.
     *
     * @throws DatabaseAwayException when the database does not answer, or not in time
     */
    <T> T together(Supplier<T> work);

    /** Waits until nobody else holds any of these names, then holds them until the work ends. */
    void take(Collection<String> names);
}
