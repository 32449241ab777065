package io.copytaster.ingest.filter;

import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.FeedItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filters that apply at one instant. Immutable. */
public final class FilterSet {

    /** No filters at all. */
    public static final FilterSet NONE = new FilterSet(List.of());

    private final List<IntakeFilter> filters;

    FilterSet(List<IntakeFilter> filters) {
        this.filters = List.copyOf(filters);
    }

    /** What the filters say about an article, in their order: those in shadow, and the first that refuses. */
    public List<FilterRuling> rulings(Article article, @Nullable FeedItem item) {
        if (filters.isEmpty()) {
            return List.of();
        }
        var candidate = new Candidate(article, item);
        var rulings = filters.stream()
                .flatMap(filter -> filter.ruling(candidate).stream())
                .toList();
        var refusing = rulings.stream().filter(FilterRuling::refuses).findFirst();
        return rulings.stream()
                .filter(ruling -> !ruling.refuses() || ruling.equals(refusing.orElse(null)))
                .toList();
    }
}
