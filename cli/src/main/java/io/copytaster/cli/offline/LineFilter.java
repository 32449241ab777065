package io.copytaster.cli.offline;

import io.copytaster.cli.terminal.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one JSON object per line and writes what becomes of it, one per line, in the same order; a line that cannot be used becomes an object with
 * {@code line} and {@code error}, and the rest goes on. UTF-8 on both sides, whatever the locale.
 */
public final class LineFilter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Fields by which a sender knows its line again. */
    private static final List<String> NAMES = List.of("id", "case");

    private final LineAnswer answer;

    /** A filter that makes of each line what {@code answer} makes of it. */
    public LineFilter(LineAnswer answer) {
        this.answer = answer;
    }

    /** What became of the lines: results that were written, and lines that could not be used. */
    public record Tally(int results, int bad) {

        /** What a command that filtered these lines ends with: a line that could not be used is a negative answer. */
        public int exitCode() {
            return (bad == 0 ? ExitCode.GOOD : ExitCode.NEGATIVE).number();
        }
    }

    /** Filters all lines. */
    public Tally run(InputStream in, OutputStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        PrintStream results = new PrintStream(out, false, StandardCharsets.UTF_8);
        int written = 0;
        int bad = 0;
        int number = 0;
        String line;
        while ((line = lines.readLine()) != null && !results.checkError()) {
            number++;
            if (!line.isBlank()) {
                for (JsonNode result : filter(line, number)) {
                    bad += result.has("error") ? 1 : 0;
                    written++;
                    results.print(JSON.writeValueAsString(result) + "\n");
                }
            }
        }
        results.flush();
        return new Tally(written - bad, bad);
    }

    private List<? extends JsonNode> filter(String line, int number) {
        try {
            return filter(JSON.readTree(line), number);
        } catch (JacksonException e) {
            return List.of(
                    error(number, "expected a JSON object, got text that is no JSON: " + e.getOriginalMessage()));
        }
    }

    private List<? extends JsonNode> filter(JsonNode input, int number) {
        if (!(input instanceof ObjectNode object)) {
            return List.of(error(number, "expected a JSON object, got " + input.getNodeType()));
        }
        try {
            return answer.to(object);
        } catch (UnusableLineException e) {
            ObjectNode error = error(number, e.getMessage());
            for (String name : NAMES) {
                if (object.has(name)) {
                    error.set(name, object.get(name));
                }
            }
            return List.of(error);
        }
    }

    private static ObjectNode error(int number, String message) {
        return JSON.createObjectNode().put("line", number).put("error", message);
    }
}
