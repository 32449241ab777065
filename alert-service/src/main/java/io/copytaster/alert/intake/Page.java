package io.copytaster.alert.intake;

import io.copytaster.runtime.problem.Problem;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items of this part
 * @param next cursor of the part that follows; null at the end
 */
record Page<T>(List<T> items, @Nullable String next) {

    private static final int MOST = 1000;

    Page {
        items = List.copyOf(items);
    }

    /** The first {@code limit} of what was found; one more was asked for, to know whether something follows. */
    static <F, T> Page<T> of(List<F> found, int limit, Function<F, String> cursor, Function<F, T> item) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? cursor.apply(shown.getLast()) : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }

    static void check(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "expected 1 to " + MOST + ", got " + limit);
        }
    }

    static Problem unknownCursor() {
        return Problem.invalid(
                "cursor", "expected the next of an earlier page, got another text: begin without cursor");
    }
}
