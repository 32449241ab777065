package io.copytaster.alert.raised;

import io.copytaster.alert.match.Match;
import io.copytaster.identity.AlertId;

/** What becomes of a match. */
public sealed interface Decision {

    /** The match that is decided. */
    Match match();

    /** It makes an alert of its own. */
    record Alerting(Match match, AlertId alert) implements Decision {}

    /** An alert that is there already tells of it. */
    record Folded(Match match, AlertId alert) implements Decision {}

    /** Nobody is told, for this reason. */
    record Withheld(Match match, Why why) implements Decision {}

    /** Why nobody is told. */
    enum Why {
        /** The article is from history and the watch does not ask for that. */
        BACKFILL,
        /** The watch was paused after it matched. */
        WATCH_PAUSED,
        /** The watch was disabled after it matched. */
        WATCH_DISABLED,
        /** The watch was deleted after it matched. */
        WATCH_DELETED
    }
}
