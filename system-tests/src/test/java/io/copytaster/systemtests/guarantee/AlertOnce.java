package io.copytaster.systemtests.guarantee;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Nothing is repeated: one enriched record per revision, one match per watch and revision, one {@code webhook-id} per
 * article, with one body and a valid signature in each attempt. Written for one watch and one endpoint.
 */
public final class AlertOnce implements Guarantee {

    @Override
    public List<String> violations(Run run) {
        return Stream.of(
                        repeated(
                                "enriched",
                                run.enriched(),
                                event -> event.getArticle().getRevisionId()),
                        repeated("matched", run.matched(), event -> event.getMatchId()),
                        several(
                                "webhook-ids for the article",
                                run,
                                ReceivedWebhook::articleId,
                                ReceivedWebhook::webhookId),
                        several(
                                "articles for the webhook-id",
                                run,
                                ReceivedWebhook::webhookId,
                                ReceivedWebhook::articleId),
                        several("bodies for the webhook-id", run, ReceivedWebhook::webhookId, ReceivedWebhook::body),
                        run.received().stream()
                                .filter(webhook -> !webhook.verified())
                                .map(webhook -> "signature does not verify: " + webhook.webhookId()))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static <T> Stream<String> repeated(String what, List<T> events, Function<T, String> key) {
        return events.stream().collect(groupingBy(key, counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> what + " " + entry.getValue() + " times: " + entry.getKey());
    }

    private static Stream<String> several(
            String what, Run run, Function<ReceivedWebhook, String> key, Function<ReceivedWebhook, String> value) {
        return run.received().stream().collect(groupingBy(key, mapping(value, toSet()))).entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getValue().size() + " " + what + " " + entry.getKey());
    }
}
