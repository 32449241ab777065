package io.copytaster.alert.intake;

import io.copytaster.alert.raised.Alerts;
import io.copytaster.identity.AlertId;
import io.copytaster.runtime.access.Caller;
import io.copytaster.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's alerts over HTTP, oldest first: the cursor of the last page leads to what is raised after it. */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertController {

    private final Alerts alerts;

    AlertController(Alerts alerts) {
        this.alerts = alerts;
    }

    /** The cursor is given even when nothing follows yet, so that a reader can come back with it. */
    @GetMapping
    Page<AlertAnswer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Page.check(limit);
        var found = alerts.list(caller.subscriberId(), position(cursor), limit);
        var next = found.isEmpty() ? cursor : Long.toString(found.getLast().position());
        return new Page<>(found.stream().map(AlertAnswer::of).toList(), next);
    }

    @GetMapping("/{id}")
    AlertAnswer find(Caller caller, @PathVariable String id) {
        return alerts.find(caller.subscriberId(), known(id))
                .map(AlertAnswer::of)
                .orElseThrow(() -> Problem.notFound("alert", id));
    }

    private static long position(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw Page.unknownCursor();
        }
        return Long.parseLong(cursor);
    }

    private static AlertId known(String id) {
        try {
            return new AlertId(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("alert", id);
        }
    }
}
