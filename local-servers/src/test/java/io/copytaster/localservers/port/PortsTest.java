package io.copytaster.localservers.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void names_the_process_that_holds_a_taken_port() throws IOException {
        // Given
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

            // When, Then
            assertThatThrownBy(() -> Ports.requireFree(holder.getLocalPort(), "Kafka"))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("port " + holder.getLocalPort() + " for Kafka")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void accepts_a_free_port() {
        // Given
        int port = Ports.free();

        // When, Then
        assertThatCode(() -> Ports.requireFree(port, "Kafka")).doesNotThrowAnyException();
    }

    @Test
    void tells_a_port_that_somebody_listens_on_from_one_that_nobody_does() throws IOException {
        // Given
        int port;
        boolean whileHeld;
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = holder.getLocalPort();
            whileHeld = Ports.isListening(port);
        }

        // When
        boolean afterwards = Ports.isListening(port);

        // Then
        assertThat(whileHeld).isTrue();
        assertThat(afterwards).isFalse();
    }
}
