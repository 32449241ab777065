package io.copytaster.systemtests.feeds;

import io.copytaster.ingest.opml.OpmlFeed;
import io.copytaster.ingest.opml.OpmlWriter;
import io.copytaster.systemtests.feeds.Paper.Content;
import io.copytaster.systemtests.feeds.Paper.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Many papers as the web has them. Of each 20 hosts 12 never change, 4 get entries, and 4 have something wrong: slow,
 * dripping, failing, gone, reset, a page instead of a feed, or come again later.
 */
final class Newsstand {

    private static final int GROUP = 20;
    private static final int STEADY = 12;
    private static final int CHANGING = 4;
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration DRIP = Duration.ofSeconds(8);

    private final List<Offer> offers = new ArrayList<>();

    /** What a host does in the long run. */
    enum Kind {
        STEADY,
        CHANGING,
        FAULTY
    }

    /** A host, and the paper that can be read there; none where nothing can. */
    record Offer(FeedHost host, Kind kind, Optional<Paper> paper) {

        @Override
        public String toString() {
            var content = paper.map(known -> ", " + known.content()).orElse("");
            return host.url("/") + " (" + kind + content + ")";
        }
    }

    /** An entry, where it is and when it can be read first. */
    record Expected(String url, Instant appearsAt, boolean isNew) {}

    /** Adds so many hosts to the server; entries appear in a plan that follows from the seed. */
    Newsstand(FeedServer server, int hosts, Instant start, Duration interval, long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < hosts; i++) {
            int place = i % GROUP;
            if (place < STEADY) {
                offers.add(readable(server, Kind.STEADY, paper(i, Growth.none(start))));
            } else if (place < STEADY + CHANGING) {
                offers.add(readable(server, Kind.CHANGING, paper(i, growth(start, interval, random))));
            } else {
                offers.add(faulty(server, i, start));
            }
        }
    }

    List<Offer> offers() {
        return List.copyOf(offers);
    }

    /** All entries that are ever to be read. */
    List<Expected> expected() {
        var entries = new ArrayList<Expected>();
        for (var offer : offers) {
            offer.paper().ifPresent(paper -> {
                for (int entry = 0; entry < paper.growth().most(); entry++) {
                    entries.add(new Expected(
                            paper.articleUrl(offer.host().url(""), entry),
                            paper.growth().appearsAt(entry),
                            entry > 0));
                }
            });
        }
        return entries;
    }

    /** The list of all feeds. */
    String opml() {
        return OpmlWriter.write(
                "Newsstand",
                offers.stream()
                        .map(offer -> new OpmlFeed(
                                offer.paper().map(Paper::name).orElse("Faulty"),
                                offer.host().feedUrl(),
                                null,
                                List.of(offer.kind().name())))
                        .toList());
    }

    private static Offer readable(FeedServer server, Kind kind, Paper paper) {
        return new Offer(server.host(paper), kind, Optional.of(paper));
    }

    /** Of ten changing papers one lies about its version, one says nothing of it, and one has summaries and pages. */
    private static Paper paper(int number, Growth growth) {
        int variant = number / GROUP % 10;
        return new Paper(
                "paper-" + number,
                growth,
                growth.most() > 1 && variant == 0 ? Content.SUMMARY : Content.FULL,
                growth.most() == 1 || variant > 2
                        ? Validators.HONEST
                        : variant == 1 ? Validators.LYING : variant == 2 ? Validators.NONE : Validators.HONEST);
    }

    /** Two or three more entries, the first when every feed was read once. */
    private static Growth growth(Instant start, Duration interval, SplittableRandom random) {
        long millis = interval.toMillis();
        return new Growth(
                start,
                Duration.ofMillis(millis * 3 / 2 + random.nextLong(millis)),
                Duration.ofMillis(millis / 2 + random.nextLong(millis)),
                3 + random.nextInt(2));
    }

    private static Offer faulty(FeedServer server, int number, Instant start) {
        var paper = paper(number, Growth.none(start));
        return switch (number / GROUP * 4 % 20 + number % 4) {
            case 0, 1, 2 -> readableAs(server, Scripts.slow(paper, SILENCE), paper);
            case 3, 4, 5 -> readableAs(server, Scripts.dripping(paper, DRIP), paper);
            case 6, 7, 8, 9 -> broken(server, Scripts.status(500));
            case 10, 11, 12 -> broken(server, Scripts.status(404));
            case 13, 14 -> broken(server, Scripts.status(410));
            case 15 -> broken(server, Scripts.retryAfter(Duration.ofMinutes(2)));
            case 16, 17 -> broken(server, Scripts.resetting());
            default -> broken(server, Scripts.notAFeed());
        };
    }

    private static Offer readableAs(FeedServer server, Script script, Paper paper) {
        return new Offer(server.host(script), Kind.FAULTY, Optional.of(paper));
    }

    private static Offer broken(FeedServer server, Script script) {
        return new Offer(server.host(script), Kind.FAULTY, Optional.empty());
    }
}
