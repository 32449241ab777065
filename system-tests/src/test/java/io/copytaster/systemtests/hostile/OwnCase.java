package io.copytaster.systemtests.hostile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A case of our own, and what may become of it.
 *
 * @param outcomes the words that are right
 * @param within the longest that it may take
 * @param waits whether its server only makes us wait, so that it can come together with others
 */
record OwnCase(HostileCase hostile, Set<String> outcomes, Duration within, boolean waits) {

    /** Text that must not turn up anywhere: what forbidden servers answer, hidden text, and an expanded bomb. */
    static final List<String> FORBIDDEN = List.of("forbidden-reply", "hiddenmarker", "lollollollol");

    private static final long MOST_HEAP_MB = 64;

    /** What is wrong with the result, one sentence for each thing. */
    List<String> violations(CaseResult result) {
        var wrong = new ArrayList<String>();
        if (!outcomes.contains(result.outcome())) {
            wrong.add("expected " + outcomes + ", got " + result.outcome() + " because " + result.reason());
        }
        if (!result.alive()) {
            wrong.add("the service was not alive afterwards");
        }
        if (result.reason() == null && Set.of("rejected", "failing").contains(result.outcome())) {
            wrong.add("no reason was given");
        }
        if (result.millis() > within.toMillis()) {
            wrong.add("it took " + result.millis() + " ms, more than " + within.toMillis());
        }
        if (result.heapDeltaMb() > MOST_HEAP_MB) {
            wrong.add("it left " + result.heapDeltaMb() + " MB on the heap, more than " + MOST_HEAP_MB);
        }
        if (!result.contacts().isEmpty()) {
            wrong.add("it led to forbidden addresses: " + result.contacts());
        }
        var text = result.text().toLowerCase(Locale.ROOT);
        FORBIDDEN.stream().filter(text::contains).forEach(marker -> wrong.add("the text contains " + marker));
        return wrong.stream().map(sentence -> result.name() + ": " + sentence).toList();
    }
}
