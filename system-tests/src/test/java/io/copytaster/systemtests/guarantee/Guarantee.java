package io.copytaster.systemtests.guarantee;

import java.util.List;

/** A promise that can be checked from outside. */
public interface Guarantee {

    /** What broke the promise, one sentence each with the offending key; empty when it held. */
    List<String> violations(Run run);

    /** All three promises. Each end-to-end test ends by asking them. */
    static List<Guarantee> all() {
        return List.of(new NothingLost(), new OrderPerKey(), new AlertOnce());
    }

    /** Fails with the violations of the promises, at most twenty of each. */
    static void holdAll(Run run) {
        var broken = all().stream()
                .flatMap(guarantee -> guarantee.violations(run).stream().limit(20))
                .toList();
        if (!broken.isEmpty()) {
            throw new AssertionError("promises broken:\n  " + String.join("\n  ", broken));
        }
    }
}
