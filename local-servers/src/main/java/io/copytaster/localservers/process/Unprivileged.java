package io.copytaster.localservers.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lets PostgreSQL, which refuses to run as root, run where everything runs as root, for example in a container: in a
 * user namespace of its own (the files stay root's), else as {@code nobody}, who then owns the data directory.
 */
public enum Unprivileged {
    AS_WE_ARE(""),
    OWN_NAMESPACE("unshare --user"),
    AS_NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private final String prefix;

    Unprivileged(String prefix) {
        this.prefix = prefix;
    }

    public static Unprivileged find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_WE_ARE;
        }
        if (OWN_NAMESPACE.works()) {
            return OWN_NAMESPACE;
        }
        if (AS_NOBODY.works()) {
            return AS_NOBODY;
        }
        throw new ServerFailedException("PostgreSQL refuses to run as root, and neither unshare nor setpriv works here:"
                + " run as another user, or install util-linux");
    }

    public List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (!prefix.isEmpty()) {
            whole.addAll(List.of(prefix.split(" ", -1)));
        }
        whole.addAll(command);
        return whole;
    }

    /** Gives the directory to the user who will run in it. */
    public void own(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (this == AS_NOBODY) {
            run(List.of("chown", "-R", "65534:65534", directory.toString()));
        }
    }

    private boolean works() {
        try {
            return run(command(List.of("true")));
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static boolean run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
