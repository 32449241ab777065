package io.copytaster.text.query;

import io.copytaster.text.query.Lexer.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands single pieces of a query: words, fields, entities, topics, the numbers of operators. */
final class ClauseReader {

    private static final Pattern FIELD = Pattern.compile("([A-Za-z]+):.*", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("wd:Q[1-9][0-9]{0,14}|own:[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern TOPIC = Pattern.compile("([a-z][a-z0-9-]{0,63})(?:>=([0-9]*\\.?[0-9]+))?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Set<Character.UnicodeScript> UNSPACED = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);
    private static final int STEM = 3;
    private static final int NEIGHBOURS = 5;
    private static final Map<String, String> FOREIGN_FIELDS = Map.of(
            "title", "headline:",
            "content", "body:",
            "text", "body:",
            "intro", "lead:",
            "lang", "language:",
            "author", "byline:",
            "site", "url:",
            "inurl", "url:",
            "feed", "source:");
    private static final Map<String, String> FOREIGN_OPERATORS =
            Map.of("&", "AND", "&&", "AND", "+", "AND", "|", "OR", "||", "OR", "!", "NOT");

    /** How the text before a colon is understood. */
    sealed interface FieldName {}

    record NoField() implements FieldName {}

    record TextField(Scope scope, int skip) implements FieldName {}

    record AttributeField(Attribute attribute, int skip) implements FieldName {}

    /** NEAR, ONEAR or ATLEAST with its number as written. */
    record Operator(String name, @Nullable String written) {

        static @Nullable Operator of(Token token) {
            if (token.kind() != Token.Kind.WORD) {
                return null;
            }
            var parts = List.of(token.text().split("/", 2));
            return switch (parts.getFirst()) {
                case "NEAR", "ONEAR", "ATLEAST" ->
                    new Operator(parts.getFirst(), parts.size() == 2 ? parts.getLast() : null);
                default -> null;
            };
        }

        boolean isAtLeast() {
            return name.equals("ATLEAST");
        }

        Query.Order order() {
            return name.equals("ONEAR") ? Query.Order.KEPT : Query.Order.FREE;
        }

        int number(Token token, int bound) {
            if (written == null || !written.matches("[0-9]{1,6}")) {
                throw token.mistake(
                        name + " needs a number",
                        "write " + name + "/2(a b c), or \"" + name + "\" in quotes to search for the word");
            }
            int number = Integer.parseInt(written);
            if (number < 1 || number > bound) {
                throw token.mistake(
                        "the number of " + name + " may be 1 to " + bound + ", this one is " + number,
                        "choose a number in between");
            }
            return number;
        }
    }

    private ClauseReader() {}

    static FieldName field(Token token) {
        var matcher = FIELD.matcher(token.text());
        if (!matcher.matches()) {
            return new NoField();
        }
        var name = matcher.group(1);
        int skip = name.length() + 1;
        return switch (name) {
            case "headline" -> new TextField(Scope.HEADLINE, skip);
            case "body" -> new TextField(Scope.BODY, skip);
            case "lead" -> new TextField(Scope.LEAD, skip);
            case "url" -> new AttributeField(Attribute.URL, skip);
            case "language" -> new AttributeField(Attribute.LANGUAGE, skip);
            case "source" -> new AttributeField(Attribute.SOURCE, skip);
            case "publisher" -> new AttributeField(Attribute.PUBLISHER, skip);
            case "byline" -> new AttributeField(Attribute.BYLINE, skip);
            case "entity", "topic" -> new NoField();
            default -> throw unknownField(token, name);
        };
    }

    private static Token.Mistake unknownField(Token token, String name) {
        var ours = FOREIGN_FIELDS.get(name);
        return token.mistake(
                "there is no field " + name + ":",
                ours != null
                        ? "write " + ours
                        : "fields are headline: lead: body: url: language: source: publisher: byline: entity: topic:"
                                + " in lower case; put a text with a colon in quotes");
    }

    static Query.Clause clause(Token token, Scope scope) {
        var text = token.text();
        if (text.startsWith("entity:")) {
            return entity(token, text.substring("entity:".length()), scope);
        }
        if (text.startsWith("topic:")) {
            return topic(token, text.substring("topic:".length()), scope);
        }
        if (text.startsWith("=")) {
            return exact(token.after(1), scope);
        }
        refuseForeign(token);
        if (text.contains("*")) {
            return prefix(token, scope);
        }
        return new Query.Word(scope, searchable(token, withoutLeadingDashes(text)));
    }

    static Query.Clause phrase(Token token, Scope scope) {
        return new Query.Phrase(scope, searchable(token, token.text()));
    }

    static Query.Clause exact(Token token, Scope scope) {
        return new Query.Exact(scope, searchable(token, token.text()));
    }

    static Query.Clause attribute(Token token, Attribute attribute) {
        if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.PHRASE) {
            throw token.mistake(attribute.written() + " needs a value", "write " + attribute.written() + "value");
        }
        if (attribute == Attribute.LANGUAGE && !LANGUAGE.matcher(token.text()).matches()) {
            throw token.mistake("a language is written as in BCP 47", "write for example language:fr");
        }
        boolean literal = attribute == Attribute.URL || attribute == Attribute.SOURCE;
        return new Query.Attributed(attribute, literal ? literal(token) : searchable(token, token.text()));
    }

    private static Query.Clause entity(Token token, String id, Scope scope) {
        if (ENTITY.matcher(id).matches()) {
            return new Query.Entity(scope, id);
        }
        var remedy = id.matches("(wd:)?[qQ][1-9][0-9]*")
                ? "write entity:wd:Q" + id.replaceFirst("(wd:)?[qQ]", "")
                : "write entity:wd:Q205012, or entity:own:name for an entry of your own";
        throw token.mistake("this is no entity id", remedy);
    }

    private static Query.Clause topic(Token token, String condition, Scope scope) {
        if (scope != Scope.ANYWHERE) {
            throw token.mistake("a topic is about the whole article", "take it out of " + scope.written());
        }
        var matcher = TOPIC.matcher(condition);
        if (!matcher.matches()) {
            throw token.mistake("this is no topic condition", "write topic:gpu or topic:gpu>=0.7, without spaces");
        }
        double minimum = matcher.group(2) == null ? 0 : Double.parseDouble(matcher.group(2));
        if (minimum > 1) {
            throw token.mistake("a confidence is 0 to 1, this one is " + matcher.group(2), "write topic:gpu>=0.7");
        }
        return new Query.Topic(matcher.group(1), minimum);
    }

    private static Query.Clause prefix(Token token, Scope scope) {
        var stem = withoutLeadingDashes(token.text().replaceAll("\\*+$", ""));
        if (stem.contains("*")) {
            throw token.mistake("a * may only end a word", "write the beginning of the word, then *");
        }
        long letters = stem.codePoints().filter(Character::isLetterOrDigit).count();
        boolean unspaced = stem.codePoints().anyMatch(c -> UNSPACED.contains(Character.UnicodeScript.of(c)));
        int least = unspaced ? 1 : STEM;
        if (letters < least) {
            throw token.mistake(
                    "a word with * needs " + least + " letters before it, this one has " + letters,
                    "write more of the word, or the word without *");
        }
        return new Query.Prefix(scope, searchable(token, stem));
    }

    private static void refuseForeign(Token token) {
        var text = token.text();
        if (text.startsWith("@")) {
            throw token.mistake(
                    "named fragments arrive in a later version of the grammar",
                    "write the fragment's query in its place, or put the text in quotes");
        }
        var ours = FOREIGN_OPERATORS.get(text);
        if (ours != null) {
            throw token.mistake(text + " is no operator here", "write " + ours);
        }
        if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
            throw token.mistake("regular expressions are not searched for", "write words, word* or \"a phrase\"");
        }
    }

    private static String searchable(Token token, String text) {
        if (ArticleView.WordAt.folded(text).isEmpty()) {
            throw token.mistake("there is no word to search for", "write letters or digits");
        }
        return text;
    }

    private static String literal(Token token) {
        if (token.text().isBlank()) {
            throw token.mistake("the value is empty", "write a value or remove the field");
        }
        return token.text();
    }

    private static String withoutLeadingDashes(String text) {
        return text.replaceFirst("^-+", "");
    }

    /** All of the operands, without a level of its own for one operand or for an AND within. */
    static Query all(List<Query> operands) {
        return flat(operands, query -> query instanceof Query.And(var inner) ? inner : List.of(query), Query.And::new);
    }

    /** Any of the operands, without a level of its own for one operand or for an OR within. */
    static Query either(List<Query> operands) {
        return flat(operands, query -> query instanceof Query.Or(var inner) ? inner : List.of(query), Query.Or::new);
    }

    private static Query flat(
            List<Query> operands, Function<Query, List<Query>> inner, Function<List<Query>, Query> join) {
        var flat = operands.stream().map(inner).flatMap(List::stream).toList();
        return operands.size() == 1 ? operands.getFirst() : join.apply(flat);
    }

    /** The operands near each other; their number is bounded, as all their orders are tried. */
    static Query near(Token token, Query.Order order, int distance, List<Query> operands) {
        if (operands.size() < 2 || operands.size() > NEIGHBOURS) {
            throw token.mistake(
                    "2 to " + NEIGHBOURS + " operands can be near each other, got " + operands.size(),
                    "write NEAR/5(a b), and join several with AND");
        }
        if (!operands.stream().allMatch(ClauseReader::hasPlaces)) {
            throw token.mistake(
                    "only words, phrases, entities and OR of them can be near each other",
                    "take AND, NOT, topics and attributes out of the NEAR");
        }
        return new Query.Near(order, distance, operands);
    }

    /** Whether an article must have something for the query to match. */
    static boolean demands(Query query) {
        return switch (query) {
            case Query.And(var operands) -> operands.stream().anyMatch(ClauseReader::demands);
            case Query.Or(var operands) -> operands.stream().allMatch(ClauseReader::demands);
            case Query.AtLeast(var count, var operands) ->
                operands.stream().filter(operand -> !demands(operand)).count() < count;
            case Query.Not _ -> false;
            case Query.Clause _ -> true;
        };
    }

    /** Whether what the query finds has places in the text that can be near each other. */
    static boolean hasPlaces(Query query) {
        return switch (query) {
            case Query.Or(var operands) -> operands.stream().allMatch(ClauseReader::hasPlaces);
            case Query.Word _, Query.Prefix _, Query.Exact _, Query.Phrase _, Query.Entity _ -> true;
            case Query.And _, Query.Not _, Query.AtLeast _, Query.Near _, Query.Topic _, Query.Attributed _ -> false;
        };
    }
}
