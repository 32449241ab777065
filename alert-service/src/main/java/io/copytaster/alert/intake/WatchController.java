package io.copytaster.alert.intake;

import io.copytaster.alert.endpoint.Endpoints;
import io.copytaster.alert.watch.Watch;
import io.copytaster.alert.watch.WatchChange;
import io.copytaster.alert.watch.WatchId;
import io.copytaster.alert.watch.Watches;
import io.copytaster.runtime.access.Caller;
import io.copytaster.runtime.problem.Problem;
import io.copytaster.text.query.QueryParser;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's watches over HTTP. */
@RestController
@RequestMapping("/api/v1/watches")
class WatchController {

    private final Watches watches;
    private final WatchReader reader;
    private final QueryParser parser;

    WatchController(Watches watches, Endpoints endpoints, QueryParser parser) {
        this.watches = watches;
        this.reader = new WatchReader(parser, endpoints);
        this.parser = parser;
    }

    @PostMapping
    ResponseEntity<WatchBody.Answer> add(Caller caller, @RequestBody WatchBody body) {
        var watch = watches.add(caller.subscriberId(), reader.read(caller.subscriberId(), body));
        return ResponseEntity.created(URI.create("/api/v1/watches/" + watch.id()))
                .eTag(tag(watch))
                .body(WatchBody.Answer.of(watch));
    }

    @GetMapping
    Page<WatchBody.Answer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Page.check(limit);
        var after = cursor == null ? null : id(cursor, Page::unknownCursor);
        var found = watches.list(caller.subscriberId(), after, limit + 1);
        return Page.of(found, limit, watch -> watch.id().value(), WatchBody.Answer::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<WatchBody.Answer> find(Caller caller, @PathVariable String id) {
        var watch = watches.find(caller.subscriberId(), known(id)).orElseThrow(() -> missing(id));
        return answer(watch);
    }

    @PutMapping("/{id}")
    ResponseEntity<WatchBody.Answer> change(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody WatchBody body) {
        var draft = reader.read(caller.subscriberId(), body);
        return answer(changed(id, watches.change(caller.subscriberId(), known(id), draft, expected(match))));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        var _ = changed(id, watches.remove(caller.subscriberId(), known(id), expected(match)));
    }

    @PostMapping("/check")
    QueryAnswer check(@RequestBody CheckBody body) {
        if (body.query() == null) {
            throw Problem.invalid("query", "expected a query, got none");
        }
        return QueryAnswer.of(parser.parse(body.query()));
    }

    /** A query to be checked. */
    record CheckBody(@Nullable String query) {}

    private static Watch changed(String id, WatchChange change) {
        return switch (change) {
            case WatchChange.Changed(var watch) -> watch;
            case WatchChange.Missing _ -> throw missing(id);
            case WatchChange.Stale(var revision) ->
                throw Problem.preconditionFailed(
                        "the watch is at revision \"" + revision + "\": read it again, then repeat the change");
        };
    }

    private static ResponseEntity<WatchBody.Answer> answer(Watch watch) {
        return ResponseEntity.ok().eTag(tag(watch)).body(WatchBody.Answer.of(watch));
    }

    private static String tag(Watch watch) {
        return "\"" + watch.revision() + "\"";
    }

    private static @Nullable Long expected(@Nullable String match) {
        if (match == null || match.strip().equals("*")) {
            return null;
        }
        var text = match.strip();
        if (!text.matches("\"[0-9]{1,18}\"")) {
            throw Problem.preconditionFailed("expected the ETag of the watch in If-Match, for example \"42\"");
        }
        return Long.valueOf(text.substring(1, text.length() - 1));
    }

    private static WatchId known(String id) {
        return id(id, () -> missing(id));
    }

    private static WatchId id(String text, Supplier<Problem> problem) {
        if (!WatchId.isWatchId(text)) {
            throw problem.get();
        }
        return new WatchId(text);
    }

    private static Problem missing(String id) {
        return Problem.notFound("watch", id);
    }
}
