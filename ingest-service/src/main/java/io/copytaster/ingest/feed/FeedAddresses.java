package io.copytaster.ingest.feed;

import io.copytaster.runtime.guard.Admission;
import io.copytaster.runtime.guard.TargetGuard;
import io.copytaster.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Lets addresses in that somebody gives us: in their canonical spelling, and only where we may go. */
final class FeedAddresses {

    private final TargetGuard guard;

    FeedAddresses(TargetGuard guard) {
        this.guard = guard;
    }

    /** The address in its canonical spelling, or the problem thrown. */
    String admitted(@Nullable String url) {
        if (url == null || url.isBlank()) {
            throw Problem.invalid("url", "expected an http or https URL, got none");
        }
        return switch (admit(url)) {
            case Admission.Refused(var _, var detail) -> throw Problem.invalid("url", detail);
            case Admission.Admitted(var target) -> target.uri().toString();
        };
    }

    /** Whether we may go there, as a value. */
    Admission admit(String url) {
        return guard.admit(url);
    }
}
