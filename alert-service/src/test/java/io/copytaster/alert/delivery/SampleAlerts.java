package io.copytaster.alert.delivery;

import io.copytaster.alert.match.ArticleDigest;
import io.copytaster.alert.match.Evidence;
import io.copytaster.alert.match.Reason;
import io.copytaster.alert.raised.Alert;
import io.copytaster.alert.raised.AlertKind;
import io.copytaster.alert.watch.WatchId;
import io.copytaster.identity.AlertId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Alerts about the sample article. */
final class SampleAlerts {

    static final String SUBSCRIBER = "default";
    static final WatchId CHIPS = new WatchId("w_" + "a".repeat(26));
    static final WatchId BANKS = new WatchId("w_" + "b".repeat(26));
    static final WatchId SUMMITS = new WatchId("w_" + "c".repeat(26));

    private static final String QUOTE = "« unités de traitement graphique » (GPU) 📰";
    private static final Instant AT = Instant.parse("2026-11-25T07:59:59.123Z");

    private SampleAlerts() {}

    static Alert about(String article) {
        return of(CHIPS, article);
    }

    static Alert of(WatchId watch, String article) {
        return alert(watch, article, 1, 1);
    }

    /** With more reasons and evidence than a message has room for. */
    static Alert verbose(String article) {
        return alert(CHIPS, article, 60, Reason.MOST_EVIDENCE);
    }

    private static Alert alert(WatchId watch, String article, int reasons, int evidence) {
        return new Alert(
                AlertId.of(watch.value(), article, AlertKind.NEW_STORY.name(), ""),
                SUBSCRIBER,
                watch,
                "Puces",
                1,
                AlertKind.NEW_STORY,
                "",
                article,
                digest(article),
                IntStream.range(0, reasons)
                        .mapToObj(number -> reason(watch, number, evidence))
                        .toList(),
                0,
                AT);
    }

    private static ArticleDigest digest(String article) {
        return new ArticleDigest(
                article,
                "r_1",
                null,
                1,
                ArticleDigest.Change.NEW,
                ArticleDigest.Origin.LIVE,
                article,
                "https://example.com/ia",
                "Poutine ordonne de renforcer les liens avec la Chine",
                "fr",
                null,
                null,
                null,
                null,
                AT,
                AT,
                List.of("wd:Q7747"),
                List.of("gpu"),
                "1",
                "1");
    }

    private static Reason reason(WatchId watch, int number, int evidence) {
        var quotes = IntStream.range(0, evidence)
                .mapToObj(start -> new Evidence(
                        Evidence.TextField.BODY,
                        start,
                        start + QUOTE.length(),
                        QUOTE,
                        "des ",
                        ".",
                        "GPU",
                        "base",
                        "cue"))
                .toList();
        return new Reason(watch, "topic:gpu" + number, "GPU", 0.9, quotes);
    }
}
