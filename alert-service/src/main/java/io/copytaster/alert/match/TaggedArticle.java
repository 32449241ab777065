package io.copytaster.alert.match;

import io.copytaster.text.query.ArticleView;
import io.copytaster.text.query.ArticleView.FieldText;
import io.copytaster.text.query.ArticleView.Place;
import io.copytaster.text.query.Attribute;
import io.copytaster.text.query.Scope;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An enriched article as the matcher reads it.
 *
 * @param digest what matches say of it
 * @param text its text; empty when the article is withdrawn
 * @param mentions of entities, in the order of the text
 * @param topics it is tagged with
 */
public record TaggedArticle(ArticleDigest digest, Text text, List<Mention> mentions, List<TopicTag> topics) {

    public TaggedArticle {
        mentions = List.copyOf(mentions);
        topics = List.copyOf(topics);
    }

    /** The text, and who wrote it. */
    public record Text(
            String headline, String body, @Nullable String byline) {}

    /** One occurrence of an entity. */
    public record Mention(String entity, double confidence, Evidence evidence) {}

    /** A topic applied to the article. */
    public record TopicTag(String topic, double confidence, List<Evidence> evidence) {
        public TopicTag {
            evidence = List.copyOf(evidence);
        }
    }

    /** The article as queries see it; cutting it into words is the cost. */
    ArticleView view() {
        return new ArticleView(
                new FieldText(Scope.HEADLINE, text.headline()),
                new FieldText(Scope.BODY, text.body()),
                mentions.stream()
                        .collect(Collectors.groupingBy(
                                Mention::entity, Collectors.mapping(TaggedArticle::place, Collectors.toList()))),
                topics.stream().collect(Collectors.toMap(TopicTag::topic, TopicTag::confidence, Math::max)),
                attributes());
    }

    private static Place place(Mention mention) {
        var evidence = mention.evidence();
        var field = evidence.field() == Evidence.TextField.HEADLINE ? Scope.HEADLINE : Scope.BODY;
        return new Place(field, evidence.start(), evidence.end());
    }

    private Map<Attribute, List<String>> attributes() {
        var attributes = new EnumMap<Attribute, List<String>>(Attribute.class);
        attributes.put(Attribute.URL, known(digest.url()));
        attributes.put(Attribute.LANGUAGE, known(digest.language()));
        attributes.put(Attribute.SOURCE, known(digest.feedId()));
        attributes.put(Attribute.PUBLISHER, known(digest.publisher(), digest.publisherFamily()));
        attributes.put(Attribute.BYLINE, known(text.byline()));
        return attributes;
    }

    private static List<String> known(@Nullable String... values) {
        return Stream.of(values)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
