package io.copytaster.ingest.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for lines of the ledger; what is null does not narrow.
 *
 * @param source {@code http}, or the id of a feed
 * @param outcomes none for all
 * @param period when the lines changed last
 */
public record LedgerQuery(
        @Nullable String source,
        List<Outcome> outcomes,
        @Nullable String articleId,
        @Nullable Address address,
        Period period,
        Cut cut) {

    /**
     * A URL that somebody asks about, in any of its spellings.
     *
     * @param url as asked
     * @param canonical its canonical spelling; as asked where it has none
     * @param articles the articles that it leads to
     */
    public record Address(String url, String canonical, List<String> articles) {

        public Address {
            articles = List.copyOf(articles);
        }

        /** The same, leading to these articles. */
        public Address leadingTo(Collection<String> found) {
            return new Address(url, canonical, List.copyOf(found));
        }
    }

    /**
     * A stretch of time; null for an open end.
     *
     * @param since the first instant
     * @param until the first instant after it
     */
    public record Period(@Nullable Instant since, @Nullable Instant until) {}

    /**
     * Which part of the answer.
     *
     * @param after the position of the last line already read
     * @param limit most lines
     */
    public record Cut(long after, int limit) {}

    public LedgerQuery {
        outcomes = List.copyOf(outcomes);
    }

    /** The same question, about another address. */
    public LedgerQuery about(Address other) {
        return new LedgerQuery(source, outcomes, articleId, other, period, cut);
    }
}
