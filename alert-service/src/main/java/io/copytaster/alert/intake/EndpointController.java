package io.copytaster.alert.intake;

import io.copytaster.alert.delivery.Deliveries;
import io.copytaster.alert.endpoint.ClientErrors;
import io.copytaster.alert.endpoint.EndpointDraft;
import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.alert.endpoint.EndpointState;
import io.copytaster.alert.endpoint.Endpoints;
import io.copytaster.alert.endpoint.Secret;
import io.copytaster.runtime.access.Caller;
import io.copytaster.runtime.guard.Admission;
import io.copytaster.runtime.guard.TargetGuard;
import io.copytaster.runtime.problem.Problem;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's endpoints over HTTP. The signing secret is in the answer that makes one, and nowhere else. */
@RestController
@RequestMapping("/api/v1/endpoints")
class EndpointController {

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final TargetGuard guard;

    EndpointController(Endpoints endpoints, Deliveries deliveries, TargetGuard guard) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.guard = guard;
    }

    @PostMapping
    ResponseEntity<EndpointBody.Answer> add(Caller caller, @RequestBody EndpointBody body) {
        if (body.state() != null && !body.state().equals(EndpointState.ENABLED.label())) {
            throw Problem.invalid("state", "a new endpoint is enabled; leave state out, and change it afterwards");
        }
        var secret = secret(body.secret());
        var endpoint = endpoints.add(caller.subscriberId(), draft(body), secret);
        return ResponseEntity.created(URI.create("/api/v1/endpoints/" + endpoint.id()))
                .body(EndpointBody.Answer.revealing(endpoint, secret));
    }

    @GetMapping
    Page<EndpointBody.Answer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Page.check(limit);
        if (cursor != null && !EndpointId.isEndpointId(cursor)) {
            throw Page.unknownCursor();
        }
        var found = endpoints.list(
                caller.subscriberId(), Optional.ofNullable(cursor).map(EndpointId::new), limit + 1);
        return Page.of(found, limit, endpoint -> endpoint.id().value(), EndpointBody.Answer::of);
    }

    @GetMapping("/{id}")
    EndpointBody.Answer find(Caller caller, @PathVariable String id) {
        return endpoints
                .find(caller.subscriberId(), known(id))
                .map(EndpointBody.Answer::of)
                .orElseThrow(() -> missing(id));
    }

    @PutMapping("/{id}")
    EndpointBody.Answer change(Caller caller, @PathVariable String id, @RequestBody EndpointBody body) {
        if (body.secret() != null) {
            throw Problem.invalid("secret", "the secret of an endpoint cannot be replaced here; leave it out");
        }
        return endpoints
                .change(caller.subscriberId(), known(id), draft(body), state(body.state()))
                .map(EndpointBody.Answer::of)
                .orElseThrow(() -> missing(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String id) {
        if (!endpoints.remove(caller.subscriberId(), known(id))) {
            throw missing(id);
        }
    }

    /** Sends a message that only shows that the endpoint works, through the same machinery as alerts. */
    @PostMapping("/{id}/test")
    ResponseEntity<Opened> test(Caller caller, @PathVariable String id) {
        var endpoint = endpoints.find(caller.subscriberId(), known(id)).orElseThrow(() -> missing(id));
        if (endpoint.state() != EndpointState.ENABLED) {
            throw Problem.conflict("the endpoint is " + endpoint.state().label() + "; enable it first");
        }
        var delivery = deliveries.openTest(caller.subscriberId(), endpoint.id()).orElseThrow(() -> missing(id));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/deliveries/" + delivery))
                .body(new Opened(delivery.value()));
    }

    /** A delivery that was opened: where to see what becomes of it. */
    record Opened(String deliveryId) {}

    private EndpointDraft draft(EndpointBody body) {
        if (body.url() == null) {
            throw Problem.invalid("url", "expected the URL that messages go to, got none");
        }
        return switch (guard.admit(body.url())) {
            case Admission.Refused(var _, var detail) -> throw Problem.invalid("url", detail);
            case Admission.Admitted(var url) ->
                draft(body.name() == null ? "" : body.name(), url.uri(), clientErrors(body.clientErrors()));
        };
    }

    private static EndpointDraft draft(String name, URI url, ClientErrors clientErrors) {
        try {
            return new EndpointDraft(name, url, clientErrors);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("name", e.getMessage() == null ? "cannot be used" : e.getMessage());
        }
    }

    private static ClientErrors clientErrors(@Nullable String label) {
        return switch (label) {
            case null -> ClientErrors.RETRY;
            case "retry" -> ClientErrors.RETRY;
            case "refuse" -> ClientErrors.REFUSE;
            default -> throw Problem.invalid("clientErrors", "expected retry or refuse, got " + label);
        };
    }

    private static EndpointState state(@Nullable String label) {
        return switch (label) {
            case null -> EndpointState.ENABLED;
            case "enabled" -> EndpointState.ENABLED;
            case "paused" -> EndpointState.PAUSED;
            default -> throw Problem.invalid("state", "expected enabled or paused, got " + label);
        };
    }

    private Secret secret(@Nullable String text) {
        try {
            return text == null ? endpoints.newSecret() : Secret.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("secret", e.getMessage() == null ? "cannot be used" : e.getMessage());
        }
    }

    private static EndpointId known(String id) {
        if (!EndpointId.isEndpointId(id)) {
            throw missing(id);
        }
        return new EndpointId(id);
    }

    private static Problem missing(String id) {
        return Problem.notFound("endpoint", id);
    }
}
