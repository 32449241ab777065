package io.copytaster.localservers;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * The main class of a broker's process: formats the data directory where that has not happened yet and starts Kafka, in
 * one JVM instead of Kafka's customary two.
 */
public final class BrokerApplication {

    private BrokerApplication() {}

    /** Arguments: the cluster's id and the file of its properties. */
    public static void main(String[] arguments) throws IOException {
        String clusterId = arguments[0];
        Path properties = Path.of(arguments[1]);
        if (!isFormatted(properties)) {
            format(clusterId, properties);
        }
        Kafka.main(new String[] {properties.toString()});
    }

    private static boolean isFormatted(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"));
    }

    private static void format(String clusterId, Path properties) {
        int exitCode = StorageTool.execute(
                new String[] {
                    "format", "--ignore-formatted", "--cluster-id", clusterId, "--config", properties.toString()
                },
                System.out);
        if (exitCode != 0) {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
