package io.copytaster.text.query;

import io.copytaster.text.offset.CodePoints;
import io.copytaster.text.token.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the evaluator sees of an article: its text cut into words once, its mentions, topics and attributes. Immutable.
 *
 * @param headline its words
 * @param body its words
 * @param mentions places of each entity, by its id
 * @param topics confidence of each topic, by its id
 * @param attributes values of each attribute that is known; an attribute may have several (outlet and family)
 */
public record ArticleView(
        FieldText headline,
        FieldText body,
        Map<String, List<Place>> mentions,
        Map<String, Double> topics,
        Map<Attribute, List<String>> attributes) {

    public ArticleView {
        mentions = Map.copyOf(mentions);
        topics = Map.copyOf(topics);
        attributes = Map.copyOf(attributes);
    }

    /** A span of the headline or body, in code points, end exclusive. */
    public record Place(Scope field, int start, int end) {}

    /** A word of a text, folded, with its span in code points and the number of its sentence. */
    public record WordAt(String folded, int start, int end, int sentence) {

        static List<WordAt> in(String text) {
            var tokens = Tokenizer.tokenize(text);
            var offsets = CodePoints.of(text);
            return IntStream.range(0, tokens.count())
                    .mapToObj(i -> new WordAt(
                            tokens.folded(i),
                            offsets.at(tokens.start(i)),
                            offsets.at(tokens.end(i)),
                            tokens.sentence(i)))
                    .toList();
        }

        static List<String> folded(String text) {
            return in(text).stream().map(WordAt::folded).toList();
        }
    }

    /** One text of an article with an index of its words. */
    public static final class FieldText {

        private final Scope field;
        private final int[] codePoints;
        private final List<WordAt> words;
        private final Map<String, List<Integer>> index = new HashMap<>();
        private final int leadEnd;

        public FieldText(Scope field, String text) {
            this.field = field;
            this.codePoints = text.codePoints().toArray();
            this.words = WordAt.in(text);
            for (int i = 0; i < words.size(); i++) {
                index.computeIfAbsent(words.get(i).folded(), _ -> new ArrayList<>(2))
                        .add(i);
            }
            this.leadEnd = leadEnd(codePoints);
        }

        /** HEADLINE or BODY. */
        public Scope field() {
            return field;
        }

        /** All different words, folded. */
        public Set<String> vocabulary() {
            return Set.copyOf(index.keySet());
        }

        /** The text from {@code start} to {@code end} in code points, cut at the ends of the text. */
        public String between(int start, int end) {
            int from = Math.clamp(start, 0, codePoints.length);
            return new String(codePoints, from, Math.clamp(end, from, codePoints.length) - from);
        }

        List<WordAt> words() {
            return words;
        }

        List<Integer> occurrences(String folded) {
            return index.getOrDefault(folded, List.of());
        }

        int leadEnd() {
            return leadEnd;
        }

        private static int leadEnd(int[] text) {
            int at = 0;
            while (at < text.length && Character.isWhitespace(text[at])) {
                at++;
            }
            while (at < text.length && text[at] != '\n') {
                at++;
            }
            return at;
        }
    }
}
