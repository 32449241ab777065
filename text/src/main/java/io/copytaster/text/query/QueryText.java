package io.copytaster.text.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a tree in the query language, with as few parentheses as the grammar allows. */
final class QueryText {

    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/?&=%#~+:-]*");

    private QueryText() {}

    static String of(Query query) {
        return switch (query) {
            case Query.Or(var operands) -> join(operands, " OR ", Query.Or.class);
            case Query.And(var operands) -> join(operands, " AND ", Query.And.class, Query.Or.class);
            case Query.Not(var operand) -> "NOT " + bracketed(operand, Query.And.class, Query.Or.class);
            case Query.AtLeast(var count, var operands) -> "ATLEAST/" + count + "(" + list(operands) + ")";
            case Query.Near(var order, var distance, var operands) ->
                (order == Query.Order.KEPT ? "ONEAR/" : "NEAR/") + distance + "(" + list(operands) + ")";
            case Query.Word(var scope, var text, var _) -> scope.written() + text;
            case Query.Prefix(var scope, var stem, var _) -> scope.written() + stem + "*";
            case Query.Exact(var scope, var text, var _) ->
                scope.written() + "=" + (isBareExact(text) ? text : quoted(text));
            case Query.Phrase(var scope, var text, var _) -> scope.written() + quoted(text);
            case Query.Entity(var scope, var id) -> scope.written() + "entity:" + id;
            case Query.Topic(var id, var minimum) -> "topic:" + id + threshold(minimum);
            case Query.Attributed(var attribute, var value, var _) ->
                attribute.written() + (BARE.matcher(value).matches() ? value : quoted(value));
        };
    }

    @SafeVarargs
    private static String join(List<Query> operands, String operator, Class<? extends Query>... looser) {
        return operands.stream().map(operand -> bracketed(operand, looser)).collect(Collectors.joining(operator));
    }

    private static String list(List<Query> operands) {
        return join(operands, " ", Query.And.class, Query.Or.class, Query.Not.class);
    }

    @SafeVarargs
    private static String bracketed(Query operand, Class<? extends Query>... looser) {
        for (var type : looser) {
            if (type.isInstance(operand)) {
                return "(" + of(operand) + ")";
            }
        }
        return of(operand);
    }

    private static boolean isBareExact(String text) {
        return text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '&');
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String threshold(double minimum) {
        return minimum == 0
                ? ""
                : ">=" + BigDecimal.valueOf(minimum).stripTrailingZeros().toPlainString();
    }
}
