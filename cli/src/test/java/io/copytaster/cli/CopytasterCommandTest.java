package io.copytaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.localservers.port.Ports;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CopytasterCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            CopytasterCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @ParameterizedTest
    @MethodSource("commands")
    void explains_every_command(String name) {
        // When
        int exitCode = command.execute(name, "--help");

        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("Usage: copytaster " + name);
    }

    @Test
    void names_the_next_step_when_a_service_is_not_reachable() {
        // Given
        String nobody = "http://127.0.0.1:" + Ports.free();

        // When
        int exitCode = command.execute("publish", "--headline", "Essai", "--ingest-url", nobody);

        // Then
        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString()).contains("ingest-service is not reachable at " + nobody, "./copytaster dev");
    }

    @Test
    void names_the_streams_there_are_when_asked_for_another() {
        // When
        int exitCode = command.execute("tail", "gossip");

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("there is no stream news.gossip", "news.article-enriched");
    }

    @Test
    void refuses_an_option_that_it_does_not_know() {
        // When
        int exitCode = command.execute("dev", "--frsh");

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("--frsh");
    }

    @Test
    void asks_for_articles_when_it_gets_none() {
        // When
        int exitCode = command.execute("publish");

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("expected files, - for standard input, or --headline");
    }

    static Collection<String> commands() {
        return CopytasterCommand.commandLine().getSubcommands().keySet().stream()
                .filter(name -> !name.equals("help"))
                .toList();
    }
}
