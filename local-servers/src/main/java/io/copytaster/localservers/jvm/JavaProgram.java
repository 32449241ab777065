package io.copytaster.localservers.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java program that is run on the JDK that runs us.
 *
 * @param name distinguishes its cache from others
 * @param flags the JVM's
 * @param jars what it is made of: when one of them changes, its cache is another
 * @param start {@code -jar FILE}, or {@code -cp PATH MAIN}
 * @param arguments the program's own
 */
public record JavaProgram(
        String name, List<String> flags, List<Path> jars, List<String> start, List<String> arguments) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    public JavaProgram {
        flags = List.copyOf(flags);
        jars = List.copyOf(jars);
        start = List.copyOf(start);
        arguments = List.copyOf(arguments);
    }

    /** The command that runs the program without any cache. */
    public List<String> command() {
        return command(List.of());
    }

    /**
     * The command that runs the program with its cache from the directory. Where there is none yet, the run records what
     * one is made of, as it ends.
     */
    public List<String> command(Path caches) throws IOException {
        return command(cache(caches).flags());
    }

    /** Makes the cache of an earlier, recorded run, where that has not happened; takes some seconds. */
    public void prepareFasterStart(Path caches) throws IOException {
        StartCache cache = cache(caches);
        if (cache.isDue()) {
            cache.make(command(cache.makingFlags()));
        }
    }

    private StartCache cache(Path caches) throws IOException {
        return StartCache.of(caches, this);
    }

    private List<String> command(List<String> cacheFlags) {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(cacheFlags);
        command.addAll(flags);
        command.addAll(start);
        command.addAll(arguments);
        return command;
    }
}
