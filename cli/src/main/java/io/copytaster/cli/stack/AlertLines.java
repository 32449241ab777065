package io.copytaster.cli.stack;

import io.copytaster.cli.demo.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A message about an article as people read it on a terminal. */
final class AlertLines {

    private static final int LONGEST_HEADLINE = 90;

    private AlertLines() {}

    static List<String> of(Arrival arrival) {
        JsonNode content = arrival.message().json().path("data");
        String headline = content.path("article").path("headline").asString("(no headline)");
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "  ✔ alert after %.1f s: \"%s\"", arrival.afterMillis() / 1000.0, shortened(headline)));
        content.path("alerts").valueStream().map(AlertLines::watch).forEach(lines::add);
        lines.add("      delivered to the local receiver, "
                + (arrival.isVerified() ? "signature verified" : "SIGNATURE NOT VERIFIED: " + arrival.verdict()));
        return lines;
    }

    private static String watch(JsonNode alert) {
        return "      " + alert.path("watchName").asString("?") + ": "
                + alert.path("reasons").valueStream().map(AlertLines::reason).collect(Collectors.joining(" · "));
    }

    /** The text that satisfied the clause, in its own language. */
    private static String reason(JsonNode reason) {
        String texts = reason.path("evidence")
                .valueStream()
                .map(evidence -> evidence.path("exact").asString())
                .distinct()
                .limit(3)
                .map(text -> "«" + text + "»")
                .collect(Collectors.joining(", "));
        String clause = reason.path("clause").asString("");
        return texts.isEmpty() ? clause : clause + " " + texts;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_HEADLINE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_HEADLINE)) + "…";
    }
}
