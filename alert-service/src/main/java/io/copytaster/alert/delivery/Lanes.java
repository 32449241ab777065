package io.copytaster.alert.delivery;

import io.copytaster.alert.endpoint.EndpointId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shares the slots for requests among endpoints, one each in turn, so that an endpoint that hangs or has a long backlog
 * delays nobody else. Endpoints that are new or failing share half of the slots; the other half is kept for those that
 * are known to work. State: what is in flight; guarded by this object's monitor.
 */
final class Lanes {

    private final int slots;
    private final int perEndpoint;
    private final Map<EndpointId, Integer> inFlight = new HashMap<>();
    private final Map<Lane, Integer> inFlightByLane = new EnumMap<>(Lane.class);
    private String lastServed = "";

    Lanes(int slots, int perEndpoint) {
        this.slots = slots;
        this.perEndpoint = perEndpoint;
    }

    /** How many deliveries each of the endpoints that have something due may begin now; those with none are left out. */
    synchronized Map<EndpointId, Integer> share(List<Waiting> waiting) {
        var shares = new HashMap<EndpointId, Integer>();
        var free = new EnumMap<Lane, Integer>(Lane.class);
        free.put(Lane.PROBATION, slots / 2 - taken(Lane.PROBATION));
        free.put(Lane.HEALTHY, slots);
        int left = slots - taken(Lane.PROBATION) - taken(Lane.HEALTHY);
        var turns = new ArrayDeque<>(inTurn(waiting));
        while (left > 0 && !turns.isEmpty()) {
            var next = turns.removeFirst();
            int share = shares.getOrDefault(next.endpoint(), 0);
            if (free.getOrDefault(next.lane(), 0) <= 0 || share + taken(next.endpoint()) >= perEndpoint) {
                continue;
            }
            shares.put(next.endpoint(), share + 1);
            free.merge(next.lane(), -1, Integer::sum);
            left--;
            lastServed = next.endpoint().value();
            turns.addLast(next);
        }
        return shares;
    }

    synchronized void begin(ClaimedDelivery claim) {
        inFlight.merge(claim.endpoint(), 1, Integer::sum);
        inFlightByLane.merge(claim.lane(), 1, Integer::sum);
    }

    synchronized void end(ClaimedDelivery claim) {
        inFlight.computeIfPresent(claim.endpoint(), (_, count) -> oneLess(count));
        inFlightByLane.computeIfPresent(claim.lane(), (_, count) -> oneLess(count));
    }

    synchronized boolean idle() {
        return inFlight.isEmpty();
    }

    /** Beginning behind the endpoint that was served last. */
    private List<Waiting> inTurn(List<Waiting> waiting) {
        var last = lastServed;
        return waiting.stream()
                .sorted(Comparator.comparing((Waiting w) -> w.endpoint().value().compareTo(last) <= 0)
                        .thenComparing(w -> w.endpoint().value()))
                .toList();
    }

    private int taken(EndpointId endpoint) {
        return inFlight.getOrDefault(endpoint, 0);
    }

    private int taken(Lane lane) {
        return inFlightByLane.getOrDefault(lane, 0);
    }

    private static @Nullable Integer oneLess(int count) {
        return count > 1 ? count - 1 : null;
    }

    /** Which share of the slots an endpoint takes. */
    enum Lane {
        /** Has delivered, and its last attempt did. */
        HEALTHY,
        /** New or failing. */
        PROBATION
    }

    /** An endpoint with something due. */
    record Waiting(EndpointId endpoint, Lane lane) {}
}
