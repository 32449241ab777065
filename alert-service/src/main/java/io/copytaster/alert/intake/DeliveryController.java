package io.copytaster.alert.intake;

import io.copytaster.alert.delivery.Deliveries;
import io.copytaster.alert.delivery.DeliveryState;
import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.identity.DeliveryId;
import io.copytaster.runtime.access.Caller;
import io.copytaster.runtime.problem.Problem;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's deliveries over HTTP, the newest first. */
@RestController
@RequestMapping("/api/v1/deliveries")
class DeliveryController {

    private final Deliveries deliveries;

    DeliveryController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping
    Page<DeliveryAnswer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String endpoint,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Page.check(limit);
        var filter = new Deliveries.Filter(
                caller.subscriberId(),
                Optional.ofNullable(state).map(DeliveryController::state),
                Optional.ofNullable(endpoint).map(DeliveryController::endpoint),
                Optional.ofNullable(cursor).map(text -> id(text, Page::unknownCursor)));
        var found = deliveries.list(filter, limit + 1);
        return Page.of(found, limit, delivery -> delivery.id().value(), DeliveryAnswer::of);
    }

    @GetMapping("/{id}")
    DeliveryAnswer find(Caller caller, @PathVariable String id) {
        var delivery = deliveries.find(caller.subscriberId(), known(id)).orElseThrow(() -> missing(id));
        return DeliveryAnswer.with(delivery, deliveries.attempts(caller.subscriberId(), delivery.id()));
    }

    @PostMapping("/{id}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryAnswer redeliver(Caller caller, @PathVariable String id) {
        return switch (deliveries.redeliver(caller.subscriberId(), known(id))) {
            case QUEUED -> find(caller, id);
            case UNKNOWN -> throw missing(id);
            case UNDER_WAY -> throw Problem.conflict("a request of this delivery is under way; see what comes of it");
            case ENDPOINT_OFF ->
                throw Problem.conflict("the endpoint of this delivery is not enabled; enable it, then send again");
        };
    }

    private static DeliveryState state(String label) {
        return Stream.of(DeliveryState.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "state", "expected pending, sending, delivered, exhausted or cancelled, got " + label));
    }

    private static EndpointId endpoint(String text) {
        if (!EndpointId.isEndpointId(text)) {
            throw Problem.invalid("endpoint", "expected the id of an endpoint, got " + text);
        }
        return new EndpointId(text);
    }

    private static DeliveryId known(String id) {
        return id(id, () -> missing(id));
    }

    private static DeliveryId id(String text, Supplier<Problem> problem) {
        try {
            return new DeliveryId(text);
        } catch (IllegalArgumentException _) {
            throw problem.get();
        }
    }

    private static Problem missing(String id) {
        return Problem.notFound("delivery", id);
    }
}
