package io.copytaster.text.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into words, phrases and parentheses; typographic quotes and full-width signs count as plain ones. */
final class Lexer {

    private static final String OPENING_QUOTES = "\"“”„‟«»「";
    private static final String FULL_WIDTH = "（）：＝＊－＂＠＞";
    private static final String PLAIN = "():=*-\"@>";

    private final int[] codePoints;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String query) {
        this.codePoints = query.codePoints().map(Lexer::plain).toArray();
    }

    static List<Token> tokens(String query) {
        return new Lexer(query).read();
    }

    private List<Token> read() {
        while (true) {
            int before = at;
            skipWhiteSpace();
            boolean glued = at == before && at > 0;
            if (at == codePoints.length) {
                tokens.add(new Token(Token.Kind.END, "", at, 0, false));
                return tokens;
            }
            tokens.add(next(glued));
        }
    }

    private Token next(boolean glued) {
        int start = at;
        int first = codePoints[at];
        if (first == '(' || first == ')') {
            at++;
            return token(first == '(' ? Token.Kind.OPEN : Token.Kind.CLOSE, Character.toString(first), start, glued);
        }
        if (OPENING_QUOTES.indexOf(first) >= 0) {
            return phrase(start, closingQuotes(first), glued);
        }
        while (at < codePoints.length && !endsWord(codePoints[at])) {
            at++;
        }
        return token(Token.Kind.WORD, new String(codePoints, start, at - start), start, glued);
    }

    private Token phrase(int start, String closing, boolean glued) {
        var text = new StringBuilder();
        at++;
        while (at < codePoints.length && closing.indexOf(codePoints[at]) < 0) {
            if (codePoints[at] == '\\' && at + 1 < codePoints.length && isEscapable(codePoints[at + 1])) {
                at++;
            }
            text.appendCodePoint(codePoints[at++]);
        }
        if (at == codePoints.length) {
            throw new Token.Mistake(start, at - start, "a quote is opened and not closed", "close it with \"");
        }
        at++;
        return token(Token.Kind.PHRASE, text.toString(), start, glued);
    }

    private Token token(Token.Kind kind, String text, int start, boolean glued) {
        return new Token(kind, text, start, at - start, glued);
    }

    private void skipWhiteSpace() {
        while (at < codePoints.length && isWhiteSpace(codePoints[at])) {
            at++;
        }
    }

    private static boolean endsWord(int c) {
        return isWhiteSpace(c) || c == '(' || c == ')' || OPENING_QUOTES.indexOf(c) >= 0;
    }

    private static boolean isWhiteSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isEscapable(int c) {
        return c == '"' || c == '\\';
    }

    private static String closingQuotes(int opening) {
        return switch (opening) {
            case '«' -> "»";
            case '»' -> "«";
            case '「' -> "」";
            case '"' -> "\"";
            default -> "“”\"";
        };
    }

    private static int plain(int c) {
        int index = FULL_WIDTH.indexOf(c);
        return index < 0 ? c : PLAIN.charAt(index);
    }

    /**
     * A piece of a query's text.
     *
     * @param position of its first character, in code points
     * @param length in code points, as written
     * @param glued whether it follows the piece before it without white space
     */
    record Token(Kind kind, String text, int position, int length, boolean glued) {

        /** What a piece is by its look alone. */
        enum Kind {
            WORD,
            PHRASE,
            OPEN,
            CLOSE,
            END
        }

        /** Ends the reading of a query at its first mistake; never leaves the parser. */
        static final class Mistake extends RuntimeException {

            private final transient Parsing.Refused refused;

            Mistake(int position, int length, String problem, String remedy) {
                super(problem, null, false, false);
                this.refused = new Parsing.Refused(position, length, problem, remedy);
            }

            Parsing.Refused refused() {
                return refused;
            }
        }

        boolean is(String word) {
            return kind == Kind.WORD && text.equals(word);
        }

        /** The piece without its first characters, which the parser has understood. */
        Token after(int codePoints) {
            var rest = text.substring(text.offsetByCodePoints(0, codePoints));
            return new Token(kind, rest, position + codePoints, length - codePoints, true);
        }

        Mistake mistake(String problem, String remedy) {
            return new Mistake(position, length, problem, remedy);
        }
    }

    /** Goes through the pieces of one query; pieces that are understood in part are replaced by their rest. */
    static final class Cursor {

        private final List<Token> tokens;
        private int at;

        Cursor(List<Token> tokens) {
            this.tokens = new ArrayList<>(tokens);
        }

        Token peek() {
            return tokens.get(at);
        }

        /** The piece that was taken last. */
        Token last() {
            return tokens.get(at - 1);
        }

        Token take() {
            var token = tokens.get(at);
            if (token.kind() != Token.Kind.END) {
                at++;
            }
            return token;
        }

        boolean takeIf(String word) {
            if (!peek().is(word)) {
                return false;
            }
            take();
            return true;
        }

        void replace(Token rest) {
            if (rest.length() == 0) {
                at++;
            } else {
                tokens.set(at, rest);
            }
        }

        /** Whether a dash begins here that means NOT: behind white space or a parenthesis, before something. */
        boolean negates() {
            var token = peek();
            boolean free = !token.glued() || at == 0 || last().kind() == Token.Kind.OPEN;
            if (!free || token.kind() != Token.Kind.WORD || !token.text().startsWith("-")) {
                return false;
            }
            return !token.is("-") || tokens.get(at + 1).glued();
        }

        boolean listFollows() {
            var next = tokens.get(Math.min(at + 1, tokens.size() - 1));
            return next.kind() == Token.Kind.OPEN && next.glued();
        }

        boolean endsList() {
            return peek().kind() == Token.Kind.CLOSE || peek().kind() == Token.Kind.END;
        }
    }
}
