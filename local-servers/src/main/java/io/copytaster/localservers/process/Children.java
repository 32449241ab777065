package io.copytaster.localservers.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Every living child of this JVM. When the JVM ends, so do they: users first, then what they used.
 *
 * <p>Thread rule: guarded by its class lock; starting and ending exclude each other, so that no child slips through.
 */
final class Children {

    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final Deque<Child> LIVING = new ArrayDeque<>();
    private static boolean ending;

    private record Child(Process process, Ending ending, ChildRecipe.Layer layer, Path pidFile) {}

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Children::endAll, "end-children"));
    }

    private Children() {}

    static synchronized Process start(ProcessBuilder builder, ChildRecipe recipe) throws IOException {
        if (ending) {
            throw new IOException("this process is ending: no child is started any more");
        }
        Process process = builder.start();
        LIVING.addFirst(new Child(process, recipe.ending(), recipe.layer(), recipe.pidFile()));
        return process;
    }

    static synchronized void forget(Process process) {
        LIVING.removeIf(child -> child.process().equals(process));
    }

    private static void endAll() {
        List<Child> all = stopAccepting();
        for (ChildRecipe.Layer layer : ChildRecipe.Layer.values()) {
            List<Child> together =
                    all.stream().filter(child -> child.layer() == layer).toList();
            together.forEach(child -> Signals.send(child.process().toHandle(), child.ending()));
            together.stream()
                    .filter(child -> !endsInTime(child.process()))
                    .forEach(child -> child.process().destroyForcibly());
        }
        all.forEach(child -> new PidFile(child.pidFile()).delete());
    }

    private static synchronized List<Child> stopAccepting() {
        ending = true;
        return new ArrayList<>(LIVING);
    }

    private static boolean endsInTime(Process process) {
        try {
            return process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
