package io.copytaster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.ledger.Ledger;
import io.copytaster.ingest.ledger.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Batches whose lines come one by one, over a plain socket. */
class BatchStreamingTest {

    private final IngestServer service = IngestServer.shared();

    @Test
    void a_slow_sender_sees_receipts_while_it_still_sends() throws IOException {
        // Given
        try (var sender = new Sender()) {
            // When
            sender.send(line("slow-1") + "\n");
            var first = sender.receipt();
            sender.send(line("slow-2").substring(0, 20));
            sender.send(line("slow-2").substring(20) + "\n" + line("slow-3"));
            var second = sender.receipt();
            sender.end();
            var third = sender.receipt();

            // Then
            assertThat(first).contains("\"accepted\"");
            assertThat(second).contains("\"accepted\"").isNotEqualTo(first);
            assertThat(third).contains("\"accepted\"").isNotEqualTo(second);
        }
    }

    @Test
    void of_a_batch_that_is_cut_the_acknowledged_lines_stay_and_the_broken_one_is_no_line() throws IOException {
        // Given
        var ledger = service.part(Ledger.class);
        long rejected = ledger.totals().of(Outcome.REJECTED);

        // When
        try (var sender = new Sender()) {
            sender.send(line("cut-1") + "\n" + line("cut-2").substring(0, 30));
            assertThat(sender.receipt()).contains("\"accepted\"");
        }
        service.post(SampleArticle.at("https://streaming.example/after"));

        // Then
        assertThat(outcomes("cut-1")).isEqualTo("[published]");
        assertThat(ledger.totals().of(Outcome.REJECTED)).isEqualTo(rejected);
    }

    private String outcomes(String name) {
        return service.get("api/v1/ledger?url=https://streaming.example/" + name)
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("outcome").asString(""))
                .toList()
                .toString();
    }

    private static String line(String name) {
        return SampleArticle.at("https://streaming.example/" + name)
                .with("body", "Le texte " + name)
                .json();
    }

    /** A connection that sends a body in chunks and reads the answer line by line. */
    private final class Sender implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;

        Sender() throws IOException {
            var api = service.request("api/v1/articles/batch").build().uri();
            socket = new Socket(InetAddress.getLoopbackAddress(), api.getPort());
            socket.setSoTimeout(20_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            write("POST " + api.getPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
        }

        void send(String text) throws IOException {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            write(Integer.toHexString(length) + "\r\n" + text + "\r\n");
        }

        void end() throws IOException {
            write("0\r\n\r\n");
        }

        /** The next line of the answer that holds a receipt. */
        String receipt() throws IOException {
            var line = in.readLine();
            while (line != null && !line.startsWith("{")) {
                line = in.readLine();
            }
            return String.valueOf(line);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        private void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    }
}
