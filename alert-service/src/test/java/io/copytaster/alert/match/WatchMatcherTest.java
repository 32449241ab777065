package io.copytaster.alert.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.alert.watch.Watch;
import io.copytaster.alert.watch.WatchDraft;
import io.copytaster.alert.watch.WatchId;
import io.copytaster.alert.watch.WatchOptions;
import io.copytaster.alert.watch.WatchState;
import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.RevisionId;
import io.copytaster.text.query.Parsing;
import io.copytaster.text.query.Query;
import io.copytaster.text.query.QueryBounds;
import io.copytaster.text.query.QueryEvaluator;
import io.copytaster.text.query.QueryParser;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class WatchMatcherTest {

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
    private static final List<String> WORDS =
            List.of("bank", "gas", "deal", "swift", "москва", "банк", "中国", "人工", "ia", "us", "sanctions", "x1");
    private static final List<String> ENTITIES = List.of("wd:Q1", "wd:Q2", "wd:Q3", "wd:Q4");
    private static final List<String> TOPICS = List.of("brics", "gpu");

    private final QueryParser parser = new QueryParser(QueryBounds.USUAL);
    private final WatchMatcher matcher = new WatchMatcher(parser, Clock.fixed(AT, ZoneOffset.UTC));

    @Test
    void finds_exactly_the_watches_that_evaluating_every_watch_finds() {
        // Given
        long seed = 20261125L;
        var random = RandomGeneratorFactory.getDefault().create(seed);
        var queries = new HashMap<WatchId, Query>();
        while (queries.size() < 3000) {
            var text = query(random, 3);
            if (parser.parse(text) instanceof Parsing.Parsed(var query, var _)) {
                var watch = watch(WatchId.random(random), text, queries.size() + 1);
                queries.put(watch.id(), query);
                assertThat(matcher.apply(watch)).isEmpty();
            }
        }
        for (int i = 0; i < 60; i++) {
            var article = article(random);
            // When
            var found = found(article);
            // Then
            assertThat(found).as("seed %d, article %d", seed, i).isEqualTo(bruteForce(queries, article));
        }
    }

    @Test
    void finds_every_one_of_twenty_thousand_watches_on_one_article() {
        // Given
        var random = RandomGeneratorFactory.getDefault().create(1);
        var all = new HashSet<WatchId>();
        for (int i = 0; i < 20_000; i++) {
            var watch = watch(WatchId.random(random), i % 2 == 0 ? "swift" : "entity:wd:Q1", i + 1);
            matcher.apply(watch);
            all.add(watch.id());
        }
        // When
        var found = found(article("swift", List.of("wd:Q1"), List.of()));
        // Then
        assertThat(found).isEqualTo(all);
    }

    @Test
    void follows_every_change_of_a_watch() {
        // Given
        var id = WatchId.random(RandomGeneratorFactory.getDefault().create(2));
        var swift = article("swift", List.of(), List.of());
        var gas = article("gas", List.of(), List.of());
        matcher.apply(watch(id, "swift", 1));
        assertThat(found(swift)).containsExactly(id);
        // When
        matcher.apply(watch(id, "gas", 2));
        // Then
        assertThat(found(swift)).isEmpty();
        assertThat(found(gas)).containsExactly(id);
        matcher.apply(state(watch(id, "gas", 3), new WatchState.Paused()));
        assertThat(found(gas)).isEmpty();
        matcher.apply(watch(id, "gas", 4));
        assertThat(found(gas)).containsExactly(id);
        matcher.apply(state(watch(id, "gas", 5), new WatchState.Deleted()));
        assertThat(found(gas)).isEmpty();
        assertThat(matcher.size()).isZero();
    }

    @Test
    void says_why_a_stored_query_cannot_be_used() {
        // Given
        var id = WatchId.random(RandomGeneratorFactory.getDefault().create(3));
        // When
        var reason = matcher.apply(watch(id, "((", 1));
        // Then
        assertThat(reason).hasValueSatisfying(text -> assertThat(text).contains("character"));
        assertThat(matcher.size()).isZero();
    }

    private Set<WatchId> found(TaggedArticle article) {
        var found = new ArrayList<WatchId>();
        matcher.match(article, match -> found.add(match.watch()));
        assertThat(found).doesNotHaveDuplicates();
        return new HashSet<>(found);
    }

    private static Set<WatchId> bruteForce(Map<WatchId, Query> queries, TaggedArticle article) {
        var view = article.view();
        var found = new HashSet<WatchId>();
        queries.forEach((id, query) -> {
            if (QueryEvaluator.evaluate(query, view).isPresent()) {
                found.add(id);
            }
        });
        return found;
    }

    private static String query(RandomGenerator random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf(random);
        }
        var left = query(random, depth - 1);
        var right = query(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 -> "(" + left + " OR " + right + ")";
            case 1 -> "(" + left + " -" + right + ")";
            case 2 -> "ATLEAST/" + (1 + random.nextInt(2)) + "(" + left + " " + right + ")";
            case 3 -> "NEAR/" + (1 + random.nextInt(4)) + "(" + leaf(random) + " " + leaf(random) + ")";
            default -> "(" + left + " AND " + right + ")";
        };
    }

    private static String leaf(RandomGenerator random) {
        var word = pick(WORDS, random);
        return switch (random.nextInt(12)) {
            case 0, 1 -> "entity:" + pick(ENTITIES, random);
            case 2 -> "topic:" + pick(TOPICS, random) + (random.nextBoolean() ? ">=0.5" : "");
            case 3 -> "\"" + word + " " + pick(WORDS, random) + "\"";
            case 4 -> word.codePointCount(0, word.length()) > 3 ? word.substring(0, 3) + "*" : "中*";
            case 5 -> "=" + word;
            case 6 -> "headline:" + word;
            case 7 -> random.nextBoolean() ? "language:fr" : "language:en";
            case 8 -> "publisher:p" + random.nextInt(3);
            case 9 -> "url:example.org/" + random.nextInt(3);
            default -> word;
        };
    }

    private static TaggedArticle article(RandomGenerator random) {
        var body = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            body.append(pick(WORDS, random)).append(random.nextInt(5) == 0 ? ". " : " ");
        }
        var entities = ENTITIES.stream().filter(_ -> random.nextInt(3) == 0).toList();
        var topics = TOPICS.stream().filter(_ -> random.nextInt(3) == 0).toList();
        return article(body.toString(), entities, topics);
    }

    private static TaggedArticle article(String body, List<String> entities, List<String> topics) {
        var id = ArticleId.ofUrl("https://example.org/" + body.length() % 3);
        var revision = RevisionId.of(id, null, ContentHash.of("", body));
        var digest = new ArticleDigest(
                id.value(),
                revision.value(),
                null,
                1,
                ArticleDigest.Change.NEW,
                ArticleDigest.Origin.LIVE,
                id.value(),
                "https://example.org/" + body.length() % 3,
                "swift bank",
                "fr",
                "p" + body.length() % 3,
                null,
                null,
                null,
                AT,
                AT,
                entities,
                topics,
                "1",
                "1");
        var evidence = new Evidence(Evidence.TextField.BODY, 0, 1, body.substring(0, 1), "", "", "", "", "");
        return new TaggedArticle(
                digest,
                new TaggedArticle.Text("swift bank", body, null),
                entities.stream()
                        .map(entity -> new TaggedArticle.Mention(entity, 0.9, evidence))
                        .toList(),
                topics.stream()
                        .map(topic -> new TaggedArticle.TopicTag(
                                topic, body.length() % 2 == 0 ? 0.4 : 0.9, List.of(evidence)))
                        .toList());
    }

    private static Watch watch(WatchId id, String query, long revision) {
        var draft = new WatchDraft("test", query, List.of(), WatchOptions.USUAL);
        return new Watch(id, "default", draft, Query.GRAMMAR, new WatchState.Active(), revision, AT, AT);
    }

    private static Watch state(Watch watch, WatchState state) {
        return new Watch(
                watch.id(), watch.subscriberId(), watch.draft(), watch.grammar(), state, watch.revision(), AT, AT);
    }

    private static <T> T pick(List<T> items, RandomGenerator random) {
        return items.get(random.nextInt(items.size()));
    }
}
