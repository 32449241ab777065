package io.copytaster.ingest.syndication;

import io.copytaster.ingest.markup.Passage;
import io.copytaster.ingest.vocabulary.FeedLinks;
import io.copytaster.ingest.vocabulary.Fields;
import io.copytaster.ingest.vocabulary.TextConstruct;
import io.copytaster.ingest.vocabulary.TextConstruct.Form;
import io.copytaster.ingest.xml.XmlElement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a feed says about itself.
 *
 * @param atom whether plain names are those of Atom
 * @param language what the header says; null if nothing
 */
record HeadReader(boolean atom, @Nullable String language) {

    private static final int HOURS = 24;
    /** A year; nobody caches or pauses longer. */
    private static final int MOST_MINUTES = 366 * 24 * 60;

    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));

    Feed.Head read(Fields fields) {
        FeedLinks links = FeedLinks.of(fields);
        return new Feed.Head(
                title(fields),
                links.page().orElse(null),
                language(fields),
                links.with("self").map(FeedLinks.FeedLink::address).findFirst().orElse(null),
                links.with("hub").map(FeedLinks.FeedLink::address).toList(),
                rhythm(fields));
    }

    private @Nullable String title(Fields fields) {
        return fields.first(
                        element -> Optional.of(
                                        TextConstruct.read(element, fields.scope(), atom ? Form.PLAIN : Form.EITHER))
                                .map(Passage::text)
                                .filter(title -> !title.isEmpty()),
                        "title",
                        "atom:title",
                        "dc:title",
                        "media:title",
                        "itunes:title")
                .orElse(null);
    }

    private @Nullable String language(Fields fields) {
        return fields.text("language")
                .or(() -> Optional.ofNullable(fields.scope().language()))
                .or(() -> fields.text("dc:language"))
                .orElse(language);
    }

    private static Feed.Rhythm rhythm(Fields fields) {
        return new Feed.Rhythm(
                number(fields.text("ttl"), MOST_MINUTES)
                        .filter(minutes -> minutes > 0)
                        .map(Duration::ofMinutes)
                        .orElse(null),
                parts(fields, "skiphours")
                        .flatMap(hour -> number(Optional.of(hour), HOURS).stream())
                        .map(hour -> hour % HOURS)
                        .collect(Collectors.toUnmodifiableSet()),
                days(fields),
                updatePeriod(fields));
    }

    private static Set<DayOfWeek> days(Fields fields) {
        Set<String> names = parts(fields, "skipdays")
                .map(day -> day.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Stream.of(DayOfWeek.values())
                .filter(day -> names.contains(day.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Duration updatePeriod(Fields fields) {
        int frequency = number(fields.text("sy:updatefrequency"), MOST_MINUTES)
                .filter(times -> times > 0)
                .orElse(1);
        return fields.text("sy:updateperiod")
                .map(period -> PERIODS.get(period.toLowerCase(Locale.ROOT)))
                .map(period -> period.dividedBy(frequency))
                .orElse(null);
    }

    private static Stream<String> parts(Fields fields, String key) {
        return fields.all(key)
                .flatMap(XmlElement::elements)
                .map(part -> part.ownText().strip());
    }

    private static Optional<Integer> number(Optional<String> text, int most) {
        return text.filter(digits -> digits.length() <= 7 && !digits.isEmpty())
                .filter(digits -> digits.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Integer::valueOf)
                .filter(value -> value <= most);
    }
}
