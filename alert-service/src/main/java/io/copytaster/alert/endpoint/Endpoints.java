package io.copytaster.alert.endpoint;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All endpoints. A subscriber reaches only its own: another's is as if it did not exist. */
public interface Endpoints {

    /** Registers an endpoint, enabled. */
    Endpoint add(String subscriberId, EndpointDraft draft, Secret secret);

    /** A fresh signing secret. */
    Secret newSecret();

    /** The subscriber's endpoints in the order in which they were registered; with {@code after}, those behind it. */
    List<Endpoint> list(String subscriberId, Optional<EndpointId> after, int limit);

    /** One endpoint. */
    Optional<Endpoint> find(String subscriberId, EndpointId id);

    /** Which of these are the subscriber's and exist: what a watch that names endpoints is checked against. */
    Set<EndpointId> existing(String subscriberId, Collection<EndpointId> ids);

    /** Changes what its owner decides; enabling clears the reason and any pause. */
    Optional<Endpoint> change(String subscriberId, EndpointId id, EndpointDraft draft, EndpointState state);

    /** Removes an endpoint and its secret; from then on nothing is sent to it. */
    boolean remove(String subscriberId, EndpointId id);

    /** Disables an endpoint because of what it answered. Joins the caller's transaction. */
    void disable(EndpointId id, String reason);

    /** What sending takes; empty unless the endpoint is enabled. */
    Optional<EndpointTarget> target(EndpointId id);
}
