package io.copytaster.text.query;

import java.util.List;

/**
 * A query as a tree: what matcher, check, explanation and search share. {@code toString} of every node is its text in
 * the query language, and parsing that text gives an equal tree. The {@code words} of a clause are what is looked for:
 * its text cut and folded as articles are.
 */
public sealed interface Query {

    /** Version of the grammar; stored with each watch, so that an old text is never read by new rules. */
    int GRAMMAR = 1;

    /** A leaf or a group of words: a condition that matches or not by itself and has a text to show for it. */
    sealed interface Clause extends Query {}

    /** All of them. */
    record And(List<Query> operands) implements Query {
        public And {
            operands = several(operands);
        }

        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** At least one of them. */
    record Or(List<Query> operands) implements Query {
        public Or {
            operands = several(operands);
        }

        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** Not this. */
    record Not(Query operand) implements Query {
        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** At least {@code count} different ones of the operands. */
    record AtLeast(int count, List<Query> operands) implements Query {
        public AtLeast {
            operands = List.copyOf(operands);
            if (count < 1 || count > operands.size()) {
                throw new IllegalArgumentException(
                        "count: expected 1 to " + operands.size() + " (the operands), got " + count);
            }
        }

        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** A word, folded. */
    record Word(Scope scope, String text, List<String> words) implements Clause {
        public Word {
            words = List.copyOf(words);
        }

        public Word(Scope scope, String text) {
            this(scope, text, ArticleView.WordAt.folded(text));
        }

        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** Words that begin with the stem, folded. */
    record Prefix(Scope scope, String stem, List<String> words) implements Clause {
        public Prefix {
            words = List.copyOf(words);
        }

        public Prefix(Scope scope, String stem) {
            this(scope, stem, ArticleView.WordAt.folded(stem));
        }

        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** The text with exactly these capitals and marks, bounded by words. */
    record Exact(Scope scope, String text, List<String> words) implements Clause {
        public Exact {
            words = List.copyOf(words);
        }

        public Exact(Scope scope, String text) {
            this(scope, text, ArticleView.WordAt.folded(text));
        }

        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** Words in this order without others between them, folded. */
    record Phrase(Scope scope, String text, List<String> words) implements Clause {
        public Phrase {
            words = List.copyOf(words);
        }

        public Phrase(Scope scope, String text) {
            this(scope, text, ArticleView.WordAt.folded(text));
        }

        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** Operands with at most {@code distance} words between neighbours, in one sentence. */
    record Near(Order order, int distance, List<Query> operands) implements Clause {
        public Near {
            operands = several(operands);
        }

        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** A mention of the entity under any of its names. */
    record Entity(Scope scope, String id) implements Clause {
        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** A topic with at least this confidence; 0 asks for the tag alone. */
    record Topic(String id, double minimum) implements Clause {
        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** A condition on an attribute. */
    record Attributed(Attribute attribute, String value, List<String> words) implements Clause {
        public Attributed {
            words = List.copyOf(words);
        }

        public Attributed(Attribute attribute, String value) {
            this(attribute, value, ArticleView.WordAt.folded(value));
        }

        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** Whether the operands of a {@link Near} must come in the order given. */
    enum Order {
        /** Any order: {@code NEAR}. */
        FREE,
        /** As written: {@code ONEAR}. */
        KEPT
    }

    private static List<Query> several(List<Query> operands) {
        if (operands.size() < 2) {
            throw new IllegalArgumentException("operands: expected two or more, got " + operands.size());
        }
        return List.copyOf(operands);
    }
}
