package io.copytaster.alert.intake;

import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.alert.watch.Watch;
import io.copytaster.alert.watch.WatchOptions;
import io.copytaster.alert.watch.WatchState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watch as a caller writes it.
 *
 * @param name for people
 * @param query in the query language
 * @param endpoints ids of the caller's endpoints
 * @param options how it behaves
 */
record WatchBody(
        @Nullable String name,
        @Nullable String query,
        @Nullable List<@Nullable String> endpoints,
        @Nullable Options options) {

    /** Options that are left out have their usual value. */
    record Options(
            @Nullable Boolean alertOnBackfill, @Nullable Boolean paused) {
        WatchOptions options() {
            return new WatchOptions(
                    alertOnBackfill == null ? WatchOptions.USUAL.alertOnBackfill() : alertOnBackfill,
                    paused == null ? WatchOptions.USUAL.paused() : paused);
        }
    }

    /** A watch as we answer it. */
    record Answer(
            String id,
            String name,
            String query,
            int grammar,
            List<String> endpoints,
            WatchOptions options,
            String state,
            String reason,
            long revision,
            Instant createdAt,
            Instant changedAt) {

        static Answer of(Watch watch) {
            return new Answer(
                    watch.id().value(),
                    watch.draft().name(),
                    watch.draft().query(),
                    watch.grammar(),
                    watch.draft().endpoints().stream().map(EndpointId::value).toList(),
                    watch.draft().options(),
                    state(watch.state()),
                    watch.state() instanceof WatchState.Disabled(var reason) ? reason : "",
                    watch.revision(),
                    watch.createdAt(),
                    watch.changedAt());
        }

        private static String state(WatchState state) {
            return switch (state) {
                case WatchState.Active _ -> "active";
                case WatchState.Paused _ -> "paused";
                case WatchState.Disabled _ -> "disabled";
                case WatchState.Deleted _ -> "deleted";
            };
        }
    }
}
