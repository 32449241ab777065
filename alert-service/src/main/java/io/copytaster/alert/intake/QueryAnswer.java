package io.copytaster.alert.intake;

import io.copytaster.text.query.Parsing;
import io.copytaster.text.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check says of a query.
 *
 * @param valid whether a watch may have it
 * @param grammar version of the query language
 * @param canonical the query in our spelling; null when it is not valid
 * @param tree how it is understood; null when it is not valid
 * @param error the first mistake; null when it is valid
 * @param hints what the writer may have meant otherwise
 */
record QueryAnswer(
        boolean valid,
        int grammar,
        @Nullable String canonical,
        @Nullable Node tree,
        @Nullable Mistake error,
        List<String> hints) {

    /** A node of the tree: {@code and}, {@code or}, {@code not}, {@code atleast}, or the kind of a clause. */
    record Node(String kind, String text, List<Node> operands) {

        static Node of(Query query) {
            return switch (query) {
                case Query.And(var operands) -> of("and", query, operands);
                case Query.Or(var operands) -> of("or", query, operands);
                case Query.Not(var operand) -> of("not", query, List.of(operand));
                case Query.AtLeast(var _, var operands) -> of("atleast", query, operands);
                case Query.Near(var _, var _, var operands) -> of("near", query, operands);
                case Query.Word _ -> of("word", query, List.of());
                case Query.Prefix _ -> of("prefix", query, List.of());
                case Query.Exact _ -> of("exact", query, List.of());
                case Query.Phrase _ -> of("phrase", query, List.of());
                case Query.Entity _ -> of("entity", query, List.of());
                case Query.Topic _ -> of("topic", query, List.of());
                case Query.Attributed _ -> of("attribute", query, List.of());
            };
        }

        private static Node of(String kind, Query query, List<Query> operands) {
            return new Node(
                    kind, query.toString(), operands.stream().map(Node::of).toList());
        }
    }

    /** A mistake; position and length in code points from 0. */
    record Mistake(int position, int length, String problem, String remedy) {}

    static QueryAnswer of(Parsing parsing) {
        return switch (parsing) {
            case Parsing.Parsed(var query, var hints) ->
                new QueryAnswer(true, Query.GRAMMAR, query.toString(), Node.of(query), null, hints);
            case Parsing.Refused(var position, var length, var problem, var remedy) ->
                new QueryAnswer(
                        false, Query.GRAMMAR, null, null, new Mistake(position, length, problem, remedy), List.of());
        };
    }
}
