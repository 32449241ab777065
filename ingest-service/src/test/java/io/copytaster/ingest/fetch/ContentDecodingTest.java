package io.copytaster.ingest.fetch;

import static io.copytaster.ingest.fetch.Fetching.answered;
import static io.copytaster.ingest.fetch.Fetching.failed;
import static io.copytaster.ingest.fetch.Fetching.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.copytaster.ingest.fetch.Fetched.Cause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDecodingTest {

    private static final byte[] TEXT = "news ".repeat(2000).getBytes(UTF_8);

    private final LoopbackServer server = new LoopbackServer();
    private final FetchClient client = Fetching.client(server);
    private final ContentDecoding decoding = new ContentDecoding(Fetching.MOST);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "identity, gzip", " gzip ,"})
    void reads_gzip_over_the_wire(String coding) {
        // Given
        server.on("/", LoopbackServer.answer("200 OK", gzip(TEXT), "content-encoding: " + coding));

        // When
        var answer = answered(client.get(request(server.url("/"))));

        // Then
        assertThat(answer.body()).isEqualTo(TEXT);
    }

    @Test
    void reads_deflate_with_and_without_wrapper() throws Exception {
        assertThat(decoding.decoded(deflate(TEXT, false), "deflate")).isEqualTo(TEXT);
        assertThat(decoding.decoded(deflate(TEXT, true), "deflate")).isEqualTo(TEXT);
    }

    @Test
    void reads_all_members_and_ignores_padding_behind_them() throws Exception {
        var members = concat(gzip("one ".getBytes(UTF_8)), gzip(new byte[0]), gzip("two".getBytes(UTF_8)));

        assertThat(decoding.decoded(members, "gzip")).asString(UTF_8).isEqualTo("one two");
        assertThat(decoding.decoded(concat(members, new byte[9]), "gzip"))
                .asString(UTF_8)
                .isEqualTo("one two");
    }

    @Test
    void reads_a_header_with_every_optional_part() throws Exception {
        // Given
        var plain = gzip("text".getBytes(UTF_8));
        var head = Arrays.copyOf(plain, 10);
        head[3] = 2 | 4 | 8 | 16;
        var parts = concat(head, new byte[] {3, 0, 1, 2, 3}, "name\0comment\0".getBytes(UTF_8), new byte[] {7, 7});

        // When
        var decoded = decoding.decoded(concat(parts, Arrays.copyOfRange(plain, 10, plain.length)), "gzip");

        // Then
        assertThat(decoded).asString(UTF_8).isEqualTo("text");
    }

    @Test
    void reads_three_layers_and_refuses_four() throws Exception {
        var three = gzip(deflate(gzip(TEXT), false));

        assertThat(decoding.decoded(three, "gzip, deflate, gzip")).isEqualTo(TEXT);
        assertThatThrownBy(() -> decoding.decoded(gzip(three), "gzip, deflate, gzip, gzip"))
                .hasMessageContaining("at most 3 layers");
    }

    @Test
    void reads_no_body_as_no_body() throws Exception {
        assertThat(decoding.decoded(new byte[0], "gzip")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "utf-8", "gzip, br", "gzip;q=1"})
    void refuses_what_was_not_asked_for(String coding) {
        // Given
        server.on("/", LoopbackServer.answer("200 OK", gzip(TEXT), "content-encoding: " + coding));

        // When
        var failed = failed(client.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.ENCODING);
    }

    @Test
    void refuses_what_is_cut_at_any_byte() throws Exception {
        // Given
        var random = new byte[500];
        new Random(7).nextBytes(random);
        var members = concat(gzip(random), gzip(random));
        int first = gzip(random).length;

        for (int length = 1; length < members.length; length++) {
            var cut = Arrays.copyOf(members, length);
            // One byte behind a member cannot be told from padding.
            if (length == first || length == first + 1) {
                assertThat(decoding.decoded(cut, "gzip")).isEqualTo(random);
            } else {
                assertThatThrownBy(() -> decoding.decoded(cut, "gzip"))
                        .as("cut at %s", length)
                        .isInstanceOf(FetchFailedException.class);
            }
        }
    }

    @Test
    void a_gzip_cut_in_the_middle_is_a_failure_though_the_length_fits() {
        // Given
        var whole = gzip(TEXT);
        var half = Arrays.copyOf(whole, whole.length / 2);
        server.on("/", LoopbackServer.answer("200 OK", half, "content-encoding: gzip"));

        // When
        var failed = failed(client.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.ENCODING);
    }

    @Test
    void refuses_a_wrong_checksum_and_what_is_no_gzip() {
        var broken = gzip(TEXT);
        broken[broken.length - 6] ^= 1;

        assertThatThrownBy(() -> decoding.decoded(broken, "gzip")).hasMessageContaining("checksum");
        assertThatThrownBy(() -> decoding.decoded(TEXT, "gzip")).hasMessageContaining("something else");
        assertThatThrownBy(() -> decoding.decoded(TEXT, "deflate")).isInstanceOf(FetchFailedException.class);
    }

    @ParameterizedTest
    @CsvSource({"gzip, 1", "'gzip, gzip', 2", "'gzip, gzip, gzip', 3"})
    void a_bomb_stops_at_the_bytes_allowed(String codings, int layers) {
        // Given
        var bomb = new byte[60_000_000];
        for (int i = 0; i < layers; i++) {
            bomb = gzip(bomb);
        }
        server.on("/", LoopbackServer.answer("200 OK", bomb, "content-encoding: " + codings));
        long before = allocated();

        // When
        var failed = failed(client.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TOO_LARGE);
        assertThat(allocated() - before).isLessThan(20_000_000);
    }

    @Test
    void never_does_anything_else_with_hostile_bytes() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            var bytes = i % 2 == 0 ? gzip(TEXT) : deflate(TEXT, i % 4 == 1);
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertThat(decoding.decoded(bytes, i % 2 == 0 ? "gzip" : "deflate"))
                        .as("seed %s", seed)
                        .hasSizeLessThanOrEqualTo((int) Fetching.MOST);
            } catch (FetchFailedException e) {
                assertThat(e.kind()).as("seed %s", seed).isIn(Cause.ENCODING, Cause.TOO_LARGE);
            }
        }
    }

    /** Of this thread, which decompresses. */
    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
    }

    private static byte[] gzip(byte[] bytes) {
        try (var out = new ByteArrayOutputStream()) {
            write(new GZIPOutputStream(out), bytes);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] deflate(byte[] bytes, boolean raw) {
        try (var out = new ByteArrayOutputStream();
                var deflater = new Deflater(9, raw)) {
            write(new DeflaterOutputStream(out, deflater), bytes);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream to, byte[] bytes) throws IOException {
        try (to) {
            to.write(bytes);
        }
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
