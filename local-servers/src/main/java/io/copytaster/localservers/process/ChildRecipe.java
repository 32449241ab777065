package io.copytaster.localservers.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What it takes to start a child process, so that it can be started again in the same way.
 *
 * @param name what people call it, for example {@code Kafka}
 * @param command the program and its arguments
 * @param directory where it runs
 * @param environment variables beside those that it inherits
 * @param log the file that gets all of its output, appended
 * @param pidFile the file by which a later start finds it, should this process be killed
 * @param ending how it is asked to end
 * @param layer when it ends: users before what they use
 */
public record ChildRecipe(
        String name,
        List<String> command,
        Path directory,
        Map<String, String> environment,
        Path log,
        Path pidFile,
        Ending ending,
        Layer layer) {

    /** Who ends first when everything ends. */
    public enum Layer {
        /** Uses other children, and ends before them. */
        USER,
        /** Is used by other children, and ends last. */
        FOUNDATION
    }

    public ChildRecipe {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command of " + name + " is empty: name at least the program");
        }
    }
}
