package io.copytaster.ingest.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What one origin asks of us. Immutable.
 *
 * @param bytes how much memory they stand for
 * @param until when to ask again
 */
record OriginRules(Rules rules, int bytes, Instant until) {

    /** Of a longer file the rest is not read (RFC 9309, section 2.5). */
    private static final int MOST_PARSED = 500 * 1024;

    private static final int OVERHEAD = 1024;

    /** The rules, or why there are none. */
    sealed interface Rules {

        record Stated(BaseRobotRules rules) implements Rules {}

        record Missing(String reason) implements Rules {}
    }

    /** What the file says to the product. */
    static OriginRules parsed(String address, byte[] file, String product, Instant until) {
        var read = file.length > MOST_PARSED ? Arrays.copyOf(file, lastLine(file)) : file;
        // A parser of its own each time: it counts the warnings of a file.
        var rules = new SimpleRobotRulesParser()
                .parseContent(address, read, "text/plain", Set.of(product.toLowerCase(Locale.ROOT)));
        return new OriginRules(new Rules.Stated(rules), read.length + OVERHEAD, until);
    }

    /** There is no file, hence no rule. */
    static OriginRules open(Instant until) {
        return new OriginRules(new Rules.Stated(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL)), OVERHEAD, until);
    }

    /** Nobody knows the rules. */
    static OriginRules missing(String reason, Instant until) {
        return new OriginRules(new Rules.Missing(reason), OVERHEAD, until);
    }

    OriginRules keptUntil(Instant later) {
        return new OriginRules(rules, bytes, later);
    }

    boolean isStated() {
        return rules instanceof Rules.Stated;
    }

    RobotsVerdict judge(String url, String shown) {
        return switch (rules) {
            case Rules.Missing(var reason) -> new RobotsVerdict.Unknown(reason);
            case Rules.Stated(var stated) ->
                stated.isAllowed(url)
                        ? new RobotsVerdict.Allowed()
                        : new RobotsVerdict.Disallowed(
                                "expected a page that programs may read, but the site's robots.txt keeps us from "
                                        + shown + "; ask its publisher, or use the feed's own text");
        };
    }

    private static int lastLine(byte[] file) {
        int end = MOST_PARSED;
        while (end > 0 && file[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
