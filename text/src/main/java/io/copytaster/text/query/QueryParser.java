package io.copytaster.text.query;

import io.copytaster.text.query.Lexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a query.
 *
 * <pre>
 * query  := and (OR and)*
 * and    := unary (AND? unary)*
 * unary  := NOT unary | -unary | near
 * near   := atom (NEAR/n atom)*
 * atom   := ( query ) | NEAR/n( atom … ) | ONEAR/n( atom … ) | ATLEAST/n( atom … ) | field:atom | clause
 * clause := word | word* | =Exact | "phrase" | entity:wd:Q… | topic:id | topic:id>=0.7
 * </pre>
 *
 * Immutable and thread-safe. Cost is linear in the text.
 */
public final class QueryParser {

    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

    private final QueryBounds bounds;

    public QueryParser(QueryBounds bounds) {
        this.bounds = bounds;
    }

    /** The tree of the query, or its first mistake with position and remedy. */
    public Parsing parse(String query) {
        int length = query.codePointCount(0, query.length());
        if (length > bounds.length()) {
            return new Parsing.Refused(
                    bounds.length(),
                    length - bounds.length(),
                    "a query may have " + bounds.length() + " characters, this one has " + length,
                    "split it into several watches");
        }
        try {
            var tokens = Lexer.tokens(query);
            var tree = new Reading(tokens).whole();
            return new Parsing.Parsed(tree, hints(tokens));
        } catch (Token.Mistake mistake) {
            return mistake.refused();
        }
    }

    private static List<String> hints(List<Token> tokens) {
        var hints = new ArrayList<String>();
        for (var token : tokens) {
            var upper = token.text().toUpperCase(Locale.ROOT);
            if (token.kind() == Token.Kind.WORD && OPERATORS.contains(upper) && !token.is(upper)) {
                hints.add("'" + token.text() + "' at character " + (token.position() + 1)
                        + " is searched for as a word; operators are upper case: " + upper);
            }
        }
        return hints;
    }

    /** One pass over the tokens of one query. */
    private final class Reading {

        private final Lexer.Cursor tokens;
        private int depth;
        private int operands;

        Reading(List<Token> tokens) {
            this.tokens = new Lexer.Cursor(tokens);
        }

        Query whole() {
            if (tokens.peek().kind() == Token.Kind.END) {
                throw tokens.peek().mistake("the query is empty", "write at least one word, entity or topic");
            }
            var query = or(Scope.ANYWHERE);
            if (tokens.peek().kind() != Token.Kind.END) {
                throw tokens.peek().mistake("a parenthesis is closed and not opened", "remove it or open one before");
            }
            if (!ClauseReader.demands(query)) {
                var end = tokens.peek().position();
                throw new Token.Mistake(
                        0, end, "the query only says what must not occur", "add a word, entity or topic that must");
            }
            return query;
        }

        private Query or(Scope scope) {
            var operands = new ArrayList<Query>();
            operands.add(and(scope));
            while (tokens.takeIf("OR")) {
                operands.add(and(scope));
            }
            return ClauseReader.either(operands);
        }

        private Query and(Scope scope) {
            var operands = new ArrayList<Query>();
            operands.add(unary(scope));
            while (true) {
                if (!tokens.takeIf("AND") && (tokens.peek().is("OR") || tokens.endsList())) {
                    break;
                }
                operands.add(unary(scope));
            }
            return ClauseReader.all(operands);
        }

        private Query unary(Scope scope) {
            var token = tokens.peek();
            if (token.is("NOT")) {
                tokens.take();
                return deeper(token, () -> new Query.Not(unary(scope)));
            }
            if (tokens.negates()) {
                tokens.replace(token.after(1));
                return deeper(token, () -> new Query.Not(unary(scope)));
            }
            return near(scope);
        }

        private Query near(Scope scope) {
            var first = atom(scope);
            var operator = ClauseReader.Operator.of(tokens.peek());
            if (operator == null || operator.isAtLeast() || tokens.listFollows()) {
                return first;
            }
            var token = tokens.peek();
            int distance = operator.number(token, bounds.distance());
            var operands = new ArrayList<Query>(List.of(first));
            while (tokens.takeIf(token.text())) {
                operands.add(atom(scope));
            }
            var next = ClauseReader.Operator.of(tokens.peek());
            if (next != null && !next.isAtLeast() && !tokens.listFollows()) {
                throw tokens.peek().mistake("two kinds of NEAR stand side by side", "use parentheses: NEAR/5(a b c)");
            }
            return ClauseReader.near(token, operator.order(), distance, operands);
        }

        private Query atom(Scope scope) {
            var token = tokens.peek();
            return switch (token.kind()) {
                case OPEN -> parenthesised(scope);
                case PHRASE -> clause(ClauseReader.phrase(tokens.take(), scope));
                case CLOSE ->
                    throw token.mistake(
                            "a word, entity, topic or ( was expected, ) came",
                            "remove it or write something before it");
                case END ->
                    throw token.mistake(
                            "a word, entity, topic or ( was expected, the query ends",
                            "complete it or remove the operator");
                case WORD -> word(token, scope);
            };
        }

        private Query parenthesised(Scope scope) {
            var open = tokens.take();
            var inner = deeper(open, () -> or(scope));
            if (tokens.peek().kind() != Token.Kind.CLOSE) {
                throw open.mistake("a parenthesis is opened and not closed", "close it with )");
            }
            tokens.take();
            return inner;
        }

        private Query word(Token token, Scope scope) {
            if (OPERATORS.contains(token.text())) {
                throw token.mistake(
                        "a word, entity, topic or ( was expected, " + token.text() + " came",
                        "write something before it, or \"" + token.text() + "\" in quotes to search for the word");
            }
            var operator = ClauseReader.Operator.of(token);
            if (operator != null) {
                return listed(token, operator, scope);
            }
            return switch (ClauseReader.field(token)) {
                case ClauseReader.NoField _ -> exactPhraseOrClause(tokens.take(), scope);
                case ClauseReader.TextField(var narrower, var skip)
                when scope == Scope.ANYWHERE -> {
                    enterField(token, skip);
                    yield deeper(token, () -> atom(narrower));
                }
                case ClauseReader.TextField _ ->
                    throw token.mistake(
                            "a field stands within a field", "use one field for each part: headline:a body:b");
                case ClauseReader.AttributeField(var attribute, var skip) -> {
                    enterField(token, skip);
                    yield deeper(token, () -> attributes(attribute));
                }
            };
        }

        private Query exactPhraseOrClause(Token token, Scope scope) {
            if (token.is("=")
                    && tokens.peek().kind() == Token.Kind.PHRASE
                    && tokens.peek().glued()) {
                return clause(ClauseReader.exact(tokens.take(), scope));
            }
            return clause(ClauseReader.clause(token, scope));
        }

        private void enterField(Token token, int skip) {
            if (token.length() > skip) {
                tokens.replace(token.after(skip));
                return;
            }
            tokens.take();
            if (!tokens.peek().glued()) {
                throw token.mistake(
                        "nothing follows " + token.text(), "write the word directly behind the colon, without a space");
            }
        }

        private Query attributes(Attribute attribute) {
            if (tokens.peek().kind() != Token.Kind.OPEN) {
                return clause(ClauseReader.attribute(tokens.take(), attribute));
            }
            tokens.take();
            var operands = new ArrayList<Query>();
            do {
                operands.add(clause(ClauseReader.attribute(tokens.take(), attribute)));
            } while (tokens.takeIf("OR"));
            if (tokens.peek().kind() != Token.Kind.CLOSE) {
                throw tokens.peek()
                        .mistake(
                                "after " + attribute.written() + "( only values joined by OR may stand",
                                "write " + attribute.written() + "(a OR b)");
            }
            tokens.take();
            return ClauseReader.either(operands);
        }

        private Query listed(Token token, ClauseReader.Operator operator, Scope scope) {
            int number = operator.number(token, operator.isAtLeast() ? bounds.operands() : bounds.distance());
            if (!tokens.listFollows()) {
                throw token.mistake(
                        token.text() + " needs operands", "write " + token.text() + "(a b), without a space before (");
            }
            tokens.take();
            var open = tokens.take();
            var operands = new ArrayList<Query>();
            while (!tokens.endsList()) {
                operands.add(deeper(open, () -> atom(scope)));
            }
            if (tokens.peek().kind() != Token.Kind.CLOSE) {
                throw open.mistake("a parenthesis is opened and not closed", "close it with )");
            }
            tokens.take();
            return operator.isAtLeast()
                    ? atLeast(token, number, operands)
                    : ClauseReader.near(token, operator.order(), number, operands);
        }

        private Query atLeast(Token token, int count, List<Query> operands) {
            var distinct = operands.stream().distinct().toList();
            if (count > distinct.size()) {
                throw token.mistake(
                        token.text() + " has " + distinct.size() + " different operands and can never be true",
                        "add operands or lower the number");
            }
            return new Query.AtLeast(count, distinct);
        }

        private Query clause(Query.Clause clause) {
            operands++;
            if (operands > bounds.operands()) {
                throw tokens.last()
                        .mistake(
                                "a query may have " + bounds.operands() + " operands, this is number " + operands,
                                "split it into several watches");
            }
            return clause;
        }

        private Query deeper(Token token, Supplier<Query> inner) {
            depth++;
            if (depth > bounds.nesting()) {
                throw token.mistake(
                        "a query may be nested " + bounds.nesting() + " deep, this is level " + depth,
                        "write it flatter or split it");
            }
            var query = inner.get();
            depth--;
            return query;
        }
    }
}
