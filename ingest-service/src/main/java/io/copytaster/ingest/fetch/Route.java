package io.copytaster.ingest.fetch;

import io.copytaster.ingest.fetch.Fetched.Cause;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way of one GET through its redirects. For one thread. */
final class Route {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);

    private final String firstOrigin;
    private final int most;
    private final Set<String> visited = new HashSet<>();
    private WebAddress at;
    private boolean onlyPermanent = true;
    private @Nullable String movedTo;
    private int redirects;

    Route(WebAddress start, int most) {
        this.firstOrigin = start.origin();
        this.most = most;
        this.at = start;
        visited.add(start.text());
    }

    /** Where we are. */
    WebAddress at() {
        return at;
    }

    int redirects() {
        return redirects;
    }

    /** Where permanent redirects alone led; null if the first was not. */
    @Nullable
    String movedTo() {
        return movedTo;
    }

    /** Whether credentials for the first address may be sent here. */
    boolean isAtFirstOrigin() {
        return at.origin().equals(firstOrigin);
    }

    /** Whether the answer sends us on. */
    static boolean sendsOn(int status, @Nullable String location) {
        return REDIRECTS.contains(status) && location != null && !location.isBlank();
    }

    /** Goes on; true if that left https. */
    boolean follow(int status, String location) throws FetchFailedException {
        if (redirects == most) {
            throw new FetchFailedException(
                    Cause.REDIRECTS,
                    "expected at most " + most + " redirects, got another one at " + at.shown()
                            + "; give the address that they lead to");
        }
        var next = at.redirected(location)
                .orElseThrow(() -> new FetchFailedException(
                        Cause.REDIRECTS,
                        "expected a redirect to http or https, got another one at " + at.shown()
                                + "; give an address that can be fetched"));
        if (!visited.add(next.text())) {
            throw new FetchFailedException(
                    Cause.REDIRECTS,
                    "expected redirects to lead somewhere, got a circle through " + next.shown()
                            + "; the server may want cookies, which we do not keep");
        }
        boolean leftHttps = at.isSecure() && !next.isSecure();
        onlyPermanent &= PERMANENT.contains(status) && !leftHttps;
        movedTo = onlyPermanent ? next.text() : movedTo;
        at = next;
        redirects++;
        return leftHttps;
    }
}
