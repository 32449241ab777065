package io.copytaster.systemtests.guarantee;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was acknowledged is enriched; what should match has matched; what matched was told. The receiver always answers
 * 2xx in the end, so a match that was never received is lost.
 */
public final class NothingLost implements Guarantee {

    @Override
    public List<String> violations(Run run) {
        var enriched = run.enriched().stream()
                .map(event -> event.getArticle().getRevisionId())
                .collect(toSet());
        var matched = run.matched().stream()
                .map(event -> event.getArticle().getRevisionId())
                .collect(toSet());
        var told = run.received().stream()
                .filter(ReceivedWebhook::accepted)
                .map(ReceivedWebhook::revisionId)
                .collect(toSet());
        return Stream.of(
                        missing("acknowledged and never enriched", run.acknowledged(), enriched),
                        missing("should match and never matched", run.expectedMatches(), matched),
                        missing("matched and never told", matched, told))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static Stream<String> missing(String what, Set<String> expected, Set<String> seen) {
        return expected.stream().filter(key -> !seen.contains(key)).sorted().map(key -> what + ": " + key);
    }
}
