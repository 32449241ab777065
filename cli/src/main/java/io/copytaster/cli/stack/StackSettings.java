package io.copytaster.cli.stack;

import io.copytaster.cli.reach.StackPorts;
import java.nio.file.Path;

/**
 * What a development stack is started with.
 *
 * @param project the project's directory, where the services' jars are
 * @param directory where everything is kept between two starts
 * @param ports the ports of all parts
 * @param token the API token of all services; empty for no authentication
 */
record StackSettings(Path project, Path directory, StackPorts ports, String token) {

    StackSettings {
        project = project.toAbsolutePath().normalize();
        directory = directory.toAbsolutePath().normalize();
    }
}
