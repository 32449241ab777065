package io.copytaster.alert.endpoint;

import java.net.URI;
import java.time.Instant;

/**
 * Where to tell a subscriber. Its secret is not here: it is shown once, when it is made.
 *
 * @param id given by us
 * @param draft what its owner decides
 * @param state whether it receives deliveries
 * @param reason why it is not enabled; empty while it is
 * @param createdAt when it was registered
 * @param changedAt when its owner, or an answer of its own, last changed it
 */
public record Endpoint(
        EndpointId id, EndpointDraft draft, EndpointState state, String reason, Instant createdAt, Instant changedAt) {

    /** Where its messages go. */
    public URI url() {
        return draft.url();
    }
}
