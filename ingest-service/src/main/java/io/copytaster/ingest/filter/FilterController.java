package io.copytaster.ingest.filter;

import io.copytaster.ingest.filter.Filters.TooManyFiltersException;
import io.copytaster.runtime.problem.Problem;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Intake filters over HTTP. */
@RestController
@RequestMapping("/api/v1/filters")
class FilterController {

    private final Filters filters;
    private final Clock clock;

    FilterController(Filters filters, Clock clock) {
        this.filters = filters;
        this.clock = clock;
    }

    /** Adds a filter; it applies to every article that comes after the answer. */
    @PostMapping
    ResponseEntity<FilterBody.Answer> add(@RequestBody FilterBody body) {
        try {
            var filter = filters.add(body.draft(), clock.instant());
            return ResponseEntity.created(URI.create("/api/v1/filters/" + filter.id()))
                    .body(FilterBody.Answer.of(filter));
        } catch (TooManyFiltersException _) {
            throw Problem.conflict(
                    "expected at most " + Filters.MOST + " filters, got more; remove some, or join them");
        }
    }

    @GetMapping
    FilterBody.Answers list() {
        return new FilterBody.Answers(
                filters.list().stream().map(FilterBody.Answer::of).toList());
    }

    @GetMapping("/{id}")
    FilterBody.Answer find(@PathVariable String id) {
        return filters.find(known(id)).map(FilterBody.Answer::of).orElseThrow(() -> missing(id));
    }

    /** Makes the next version of a filter, whose effects are counted anew. */
    @PutMapping("/{id}")
    FilterBody.Answer change(@PathVariable String id, @RequestBody FilterBody body) {
        return filters.change(known(id), body.draft(), clock.instant())
                .map(FilterBody.Answer::of)
                .orElseThrow(() -> missing(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        if (!filters.remove(known(id))) {
            throw missing(id);
        }
    }

    private static FilterId known(String id) {
        if (!FilterId.isFilterId(id)) {
            throw missing(id);
        }
        return new FilterId(id);
    }

    private static Problem missing(String id) {
        return Problem.notFound("filter", id);
    }
}
