package io.copytaster.systemtests.contract;

import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.PostgresServer;

/** The servers that {@code ./copytaster dev} and every test of the default build start as processes. */
class LocalServersTest extends ServersContract {

    private static final LocalServers SERVERS = LocalServers.shared();

    @Override
    ServerAddresses servers() {
        return new ServerAddresses(
                SERVERS.bootstrapServers(), SERVERS.registryUrl(), SERVERS.jdbcUrl(), PostgresServer.USER, "");
    }
}
