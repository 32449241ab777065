package io.copytaster.systemtests.guarantee;

import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.WatchMatched;
import java.util.List;
import java.util.Set;

/**
 * What happened in a run, seen from outside: the answers to the poster, the streams read to their end
 * (read_committed), and the webhooks that arrived.
 *
 * @param acknowledged revision ids answered with 2xx
 * @param expectedMatches revision ids, among the acknowledged, that the watch must match by the poster's own knowledge
 * @param enriched records of {@code news.article-enriched}, in the order of their partition
 * @param matched records of {@code news.watch-matched}
 * @param received webhooks in the order of arrival, repeats included
 */
public record Run(
        Set<String> acknowledged,
        Set<String> expectedMatches,
        List<ArticleEnriched> enriched,
        List<WatchMatched> matched,
        List<ReceivedWebhook> received) {

    public Run {
        acknowledged = Set.copyOf(acknowledged);
        expectedMatches = Set.copyOf(expectedMatches);
        enriched = List.copyOf(enriched);
        matched = List.copyOf(matched);
        received = List.copyOf(received);
    }
}
