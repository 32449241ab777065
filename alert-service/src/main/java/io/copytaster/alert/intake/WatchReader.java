package io.copytaster.alert.intake;

import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.alert.endpoint.Endpoints;
import io.copytaster.alert.watch.WatchDraft;
import io.copytaster.alert.watch.WatchOptions;
import io.copytaster.runtime.problem.Problem;
import io.copytaster.text.query.Parsing;
import io.copytaster.text.query.QueryParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands the watch that a caller writes, or says which field cannot be used and why. */
final class WatchReader {

    private final QueryParser parser;
    private final Endpoints endpoints;

    WatchReader(QueryParser parser, Endpoints endpoints) {
        this.parser = parser;
        this.endpoints = endpoints;
    }

    WatchDraft read(String subscriberId, WatchBody body) {
        var name = name(body.name());
        var query = query(body.query());
        var ids = endpoints(subscriberId, body.endpoints());
        var options =
                body.options() == null ? WatchOptions.USUAL : body.options().options();
        return new WatchDraft(name, query, ids, options);
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw Problem.invalid(
                    "name", "expected a name of 1 to " + WatchDraft.LONGEST_NAME + " characters, got none");
        }
        if (name.length() > WatchDraft.LONGEST_NAME) {
            throw Problem.invalid(
                    "name",
                    "expected a name of 1 to " + WatchDraft.LONGEST_NAME + " characters, got " + name.length()
                            + ": shorten it");
        }
        return name;
    }

    private String query(@Nullable String query) {
        if (query == null) {
            throw Problem.invalid(
                    "query", "expected a query, got none: write for example topic:sanctions AND sberbank");
        }
        return switch (parser.parse(query)) {
            case Parsing.Parsed _ -> query;
            case Parsing.Refused refused -> throw refused(refused);
        };
    }

    private static Problem refused(Parsing.Refused refused) {
        return Problem.invalid("query", refused.sentence())
                .with("position", refused.position())
                .with("length", refused.length());
    }

    private List<EndpointId> endpoints(String subscriberId, @Nullable List<@Nullable String> ids) {
        if (ids == null) {
            throw Problem.invalid(
                    "endpoints", "expected a list of endpoint ids, got none: write [] to tell nobody yet");
        }
        if (ids.size() > WatchDraft.MOST_ENDPOINTS) {
            throw Problem.invalid(
                    "endpoints",
                    "expected at most " + WatchDraft.MOST_ENDPOINTS + " endpoints, got " + ids.size()
                            + ": split the watch");
        }
        var read = new ArrayList<EndpointId>();
        for (int i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            if (id == null || !EndpointId.isEndpointId(id)) {
                throw Problem.invalid(
                        "endpoints[" + i + "]",
                        "expected the id of an endpoint, e_ and 26 characters, got another text");
            }
            read.add(new EndpointId(id));
        }
        var existing = endpoints.existing(subscriberId, read);
        for (int i = 0; i < read.size(); i++) {
            if (!existing.contains(read.get(i))) {
                throw Problem.invalid(
                        "endpoints[" + i + "]",
                        "there is no endpoint " + read.get(i) + ": register it first with POST /api/v1/endpoints");
            }
        }
        return read.stream().distinct().toList();
    }
}
