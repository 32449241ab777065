package io.copytaster.alert;

import io.copytaster.alert.delivery.Deliveries;
import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.alert.match.ArticleDigest;
import io.copytaster.alert.match.Match;
import io.copytaster.alert.raised.Alert;
import io.copytaster.alert.raised.Alerts;
import io.copytaster.alert.raised.Decision;
import io.copytaster.alert.raised.Decision.Why;
import io.copytaster.alert.watch.Watch;
import io.copytaster.alert.watch.WatchState;
import io.copytaster.alert.watch.Watches;
import io.copytaster.identity.AlertId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides who is told of a batch of matches: one alert per watch and article or group of copies. Every match ends as
 * alerting, folded into an alert, or withheld with a reason. Runs in the caller's transaction and may be repeated:
 * what was decided before is left as it is.
 */
public final class AlertPipeline {

    private final Watches watches;
    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Clock clock;

    public AlertPipeline(Watches watches, Alerts alerts, Deliveries deliveries, Clock clock) {
        this.watches = watches;
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Answers how many alerts were raised. */
    public int raise(List<Match> matches) {
        // The watches stay locked until commit: nobody else decides about them meanwhile.
        var owners = watches.locked(matches.stream().map(Match::watch).collect(Collectors.toSet()));
        var seen = new HashSet<>(alerts.decided(matches.stream().map(Match::id).toList()));
        var wishes = matches.stream()
                .filter(match -> seen.add(match.id()))
                .map(match -> wish(match, Optional.ofNullable(owners.get(match.watch()))))
                .toList();
        var raised = new LinkedHashMap<AlertId, Tell>();
        var decisions = decide(wishes, raised);
        alerts.raise(raised.values().stream().map(Tell::alert).toList());
        alerts.decide(decisions);
        raised.values().forEach(tell -> deliveries.open(tell.alert(), tell.endpoints()));
        return raised.size();
    }

    /** What a match would come to if it stood alone. */
    private sealed interface Wish {}

    private record Tell(Match match, Alert alert, List<EndpointId> endpoints) implements Wish {}

    private record Withhold(Match match, Why why) implements Wish {}

    private Wish wish(Match match, Optional<Watch> owner) {
        if (owner.isEmpty()) {
            return new Withhold(match, Why.WATCH_DELETED);
        }
        var watch = owner.get();
        return obstacle(match, watch)
                .<Wish>map(why -> new Withhold(match, why))
                .orElseGet(() -> new Tell(
                        match,
                        Alert.newStory(match, watch, clock.instant().truncatedTo(ChronoUnit.MICROS)),
                        watch.draft().endpoints()));
    }

    private List<Decision> decide(List<Wish> wishes, Map<AlertId, Tell> raised) {
        var before = alerts.raised(wishes.stream()
                .filter(Tell.class::isInstance)
                .map(wish -> ((Tell) wish).alert().id())
                .toList());
        var decisions = new ArrayList<Decision>();
        for (var wish : wishes) {
            decisions.add(
                    switch (wish) {
                        case Withhold(var match, var why) -> new Decision.Withheld(match, why);
                        case Tell tell
                        when before.contains(tell.alert().id())
                                || raised.putIfAbsent(tell.alert().id(), tell) != null ->
                            new Decision.Folded(tell.match(), tell.alert().id());
                        case Tell tell ->
                            new Decision.Alerting(tell.match(), tell.alert().id());
                    });
        }
        return decisions;
    }

    private static Optional<Why> obstacle(Match match, Watch watch) {
        return switch (watch.state()) {
            case WatchState.Deleted _ -> Optional.of(Why.WATCH_DELETED);
            case WatchState.Disabled _ -> Optional.of(Why.WATCH_DISABLED);
            case WatchState.Paused _ -> Optional.of(Why.WATCH_PAUSED);
            case WatchState.Active _ ->
                match.article().origin() == ArticleDigest.Origin.BACKFILL
                                && !watch.draft().options().alertOnBackfill()
                        ? Optional.of(Why.BACKFILL)
                        : Optional.empty();
        };
    }
}
