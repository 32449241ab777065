package io.copytaster.ingest.filter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The filters. A filter that was acknowledged applies to every article that comes later, on every instance. Thread-safe. */
public interface Filters {

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
}
