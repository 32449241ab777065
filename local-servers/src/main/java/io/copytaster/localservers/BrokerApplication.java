package io.copytaster.localservers;

import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * The main class of a broker's process: formats the data directory where that has not happened yet and starts Kafka, in
 * one JVM instead of Kafka's customary two.
 */
public final class BrokerApplication {

    private BrokerApplication() {}

    /** Arguments: the cluster's id and the file of its properties. */
    public static void main(String[] arguments) {
        String clusterId = arguments[0];
        String properties = Path.of(arguments[1]).toString();
        int exitCode = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "--cluster-id", clusterId, "--config", properties},
                System.out);
        if (exitCode != 0) {
            Runtime.getRuntime().halt(exitCode);
        }
        Kafka.main(new String[] {properties});
    }
}
