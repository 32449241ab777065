package io.copytaster.text.query;

import java.util.List;

/** What came of reading a query: its tree, or the first mistake in it. */
public sealed interface Parsing {

    /**
     * The query is right.
     *
     * @param query its tree
     * @param hints what the writer may have meant otherwise, for people
     */
    record Parsed(Query query, List<String> hints) implements Parsing {
        public Parsed {
            hints = List.copyOf(hints);
        }
    }

    /**
     * The query cannot be read.
     *
     * @param position of the first character at fault, in code points from 0
     * @param length of the text at fault, in code points; 0 at the end of the query
     * @param problem what was expected and what came
     * @param remedy what to write instead
     */
    record Refused(int position, int length, String problem, String remedy) implements Parsing {
        /** One sentence with position, problem and remedy. */
        public String sentence() {
            return "at character " + (position + 1) + ": " + problem + "; " + remedy;
        }
    }
}
