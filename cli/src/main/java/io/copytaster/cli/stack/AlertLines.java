package io.copytaster.cli.stack;

import io.copytaster.cli.demo.Arrival;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An alert as people read it on a terminal. */
final class AlertLines {

    private static final int LONGEST_HEADLINE = 90;

    private AlertLines() {}

    static List<String> of(Arrival arrival) {
        JsonNode alert = arrival.message().json().path("data");
        String headline = alert.path("article").path("headline").asString("(no headline)");
        return List.of(
                String.format(Locale.ROOT, "  ✔ alert after %.1f s: \"%s\"", arrival.afterMillis() / 1000.0, shortened(headline)),
                "      watch: " + alert.path("watchName").asString(alert.path("watch").path("name").asString("?")),
                "      matched: " + reasons(alert.path("reasons")),
                "      delivered to the local receiver, "
                        + (arrival.isVerified() ? "signature verified" : "SIGNATURE NOT VERIFIED: " + arrival.verdict()));
    }

    private static String reasons(JsonNode reasons) {
        return reasons.valueStream()
                .map(reason -> reason.path("exact").asString(reason.path("term").asString(reason.toString())))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_HEADLINE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_HEADLINE)) + "…";
    }
}
