package io.copytaster.systemtests.feeds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The heap of another Java process, asked through {@code jcmd}. */
final class Heap {

    /** A generation; neither its spaces nor the metaspace are written like that. */
    private static final Pattern GENERATION =
            Pattern.compile("total (?:reserved )?\\d+K,(?: committed \\d+K,)? used (\\d+)K");

    private static final String COMMANDS = "GC.run\nGC.heap_info\n";

    private Heap() {}

    /** Bytes that are in use after a full collection. */
    static long live(long pid) throws IOException, InterruptedException {
        var commands = Files.createTempFile("jcmd", ".txt");
        try {
            Files.writeString(commands, COMMANDS);
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var process = new ProcessBuilder(
                            jcmd, "-J-XX:TieredStopAtLevel=1", String.valueOf(pid), "-f", commands.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return used(said);
        } finally {
            Files.delete(commands);
        }
    }

    /** The sum over the generations that the answer names. */
    static long used(String said) {
        var generations = GENERATION.matcher(said).results().toList();
        if (generations.isEmpty()) {
            throw new IllegalStateException("no heap in the answer of jcmd: " + said);
        }
        return generations.stream()
                .mapToLong(generation -> Long.parseLong(generation.group(1)) * 1024)
                .sum();
    }
}
