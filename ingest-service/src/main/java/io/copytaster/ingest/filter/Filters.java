package io.copytaster.ingest.filter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The filters. A filter that was acknowledged applies to every article that comes later, on every instance. Thread-safe. */
public interface Filters {

    /** Most filters. */
    int MOST = 500;

    /**
     * A new filter, in its first version.
     *
     * @throws TooManyFiltersException when there are {@value #MOST} already
     */
    IntakeFilter add(FilterDraft draft, Instant at);

    Optional<IntakeFilter> find(FilterId id);

    /** All filters, the oldest first; they are few. */
    List<IntakeFilter> list();

    /** The next version of a filter; none where there is no such filter. */
    Optional<IntakeFilter> change(FilterId id, FilterDraft draft, Instant at);

    /** Whether it was there. */
    boolean remove(FilterId id);

    /** The filters that apply now; inside a decision, and remembered until one changes. */
    FilterSet current();

    /** Counts effects of the versions that apply still; inside the decision in which they took place. */
    void count(Collection<FilterRuling> effects, Instant at);

    /** There are as many filters as we keep. */
    final class TooManyFiltersException extends RuntimeException {}
}
