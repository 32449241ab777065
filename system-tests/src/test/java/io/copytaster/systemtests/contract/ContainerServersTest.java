package io.copytaster.systemtests.contract;

import io.copytaster.systemtests.contract.ContainerServers.Images;
import org.junit.jupiter.api.Tag;

/** The servers as containers, in the images of docker-compose.yml. Profile {@code containers}. */
@Tag("containers")
class ContainerServersTest extends ServersContract {

    private static final ContainerServers SERVERS = ContainerServers.start(
            new Images("postgres:18.6", "apache/kafka:4.2.1", "apicurio/apicurio-registry:3.0.9"));

    @Override
    ServerAddresses servers() {
        return SERVERS.addresses();
    }
}
