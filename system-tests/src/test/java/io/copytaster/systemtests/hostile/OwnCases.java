package io.copytaster.systemtests.hostile;

import io.copytaster.systemtests.feeds.FeedServer;
import io.copytaster.systemtests.feeds.Script;
import io.copytaster.systemtests.feeds.Scripts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Cases that we thought of ourselves: what hostile or broken servers and senders do. */
final class OwnCases {

    private static final Set<String> REFUSED = Set.of("rejected", "failing");
    private static final Set<String> ANY = Set.of("rejected", "failing", "partial", "ok");
    private static final Set<String> READ = Set.of("partial", "ok");
    private static final Duration SHORT = Duration.ofSeconds(8);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n";
    private static final String OPEN =
            "<rss version=\"2.0\"><channel><title>Own</title><link>https://own.example/</link>";
    private static final String ITEM = "<item><title>Good</title><guid"
            + " isPermaLink=\"false\">good</guid><link>https://own.example/good</link></item>";
    private static final String CLOSE = ITEM + "</channel></rss>";
    private static final int MEGABYTE = 1 << 20;

    private final FeedServer server;
    private final String forbidden;
    private final List<OwnCase> cases = new ArrayList<>();

    private OwnCases(FeedServer server, String forbidden) {
        this.server = server;
        this.forbidden = forbidden;
    }

    /** All of them, their hosts on the server; some try to lead the service to the forbidden address. */
    static List<OwnCase> all(FeedServer server, String forbidden) {
        var own = new OwnCases(server, forbidden);
        own.compressed();
        own.redirected();
        own.cut();
        own.waiting();
        own.documents();
        own.pages();
        own.addresses();
        own.requests();
        return List.copyOf(own.cases);
    }

    private void compressed() {
        feed("gzip-bomb", REFUSED, gzip(1, zeros(64 * MEGABYTE)));
        feed("gzip-in-gzip-in-gzip", REFUSED, gzip(8, zeros(MEGABYTE)));
        feed("gzip-that-is-none", REFUSED, exchange -> {
            exchange.send(HEAD + "Content-Encoding: gzip\r\n\r\n");
            exchange.send(OPEN + CLOSE);
        });
    }

    private void redirected() {
        feed("redirect-to-forbidden", REFUSED, redirect(forbidden));
        feed("redirect-with-a-name-before-the-host", REFUSED, redirect(forbidden.replace("//", "//own.example@")));
        feed("redirect-to-an-address-in-hex", REFUSED, redirect(forbidden.replaceAll("//[^:/]+", "//0x7f000001")));
        feed("redirect-to-a-file", REFUSED, redirect("file:///etc/hostname"));
        feed(
                "redirect-to-itself",
                REFUSED,
                exchange -> redirect(exchange.base() + "/feed").answer(exchange));
    }

    private void cut() {
        feed("cut-before-the-end", REFUSED, exchange -> {
            exchange.send(HEAD + "Content-Length: 100000\r\n\r\n");
            exchange.send(OPEN + ITEM);
        });
        feed("reset", REFUSED, Scripts.resetting());
        feed("closed-at-once", REFUSED, _ -> {});
        feed("a-page-instead-of-a-feed", REFUSED, Scripts.notAFeed());
    }

    private void waiting() {
        waits("silence", exchange -> exchange.pause(Duration.ofMinutes(2)));
        waits("one-byte-a-second", exchange -> {
            exchange.send(HEAD + "Content-Length: 10000\r\n\r\n");
            for (int i = 0; i < 120; i++) {
                exchange.send(" ");
                exchange.pause(Duration.ofSeconds(1));
            }
        });
        waits("headers-without-end", exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < MEGABYTE; i++) {
                exchange.send("X-" + i + ": more of them, and more\r\n");
            }
        });
        waits("a-feed-without-end", exchange -> {
            exchange.send(HEAD + "\r\n" + OPEN);
            var block = ITEM.repeat(1000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 10_000; i++) {
                exchange.send(block);
            }
        });
    }

    private void documents() {
        feed(
                "entity-from-elsewhere",
                ANY,
                document("""
                    <!DOCTYPE rss [<!ENTITY f SYSTEM "%s"><!ENTITY %% p SYSTEM "%s"> %%p;]>\
                    """.formatted(forbidden, forbidden) + OPEN + "<item><title>[&f;]</title></item>" + CLOSE));
        feed("entities-that-multiply", ANY, document(laughs() + OPEN + "<item><title>&e9;</title></item>" + CLOSE));
        feed("two-hundred-thousand-deep", ANY, document(OPEN + "<a>".repeat(200_000) + CLOSE));
        feed("a-hundred-thousand-items", ANY, exchange -> {
            exchange.send(HEAD + "\r\n" + OPEN);
            for (int i = 0; i < 100_000; i += 1000) {
                exchange.send(items(i, 1000));
            }
            exchange.send(CLOSE);
        });
        feed("ten-megabytes-of-comment", ANY, document("<!--" + "a".repeat(10 * MEGABYTE) + "-->" + OPEN + CLOSE));
    }

    private void pages() {
        page("a-page-fifty-thousand-deep", ANY, "<html><body>" + "<div>".repeat(50_000) + "<p>Text</p></body></html>");
        page("a-page-that-hides-text", READ, """
            <html><body><article><p>%s</p><p style="display:none">HIDDENMARKER</p><p hidden>HIDDENMARKER</p>
            <script>HIDDENMARKER</script></article></body></html>\
            """.formatted("A sentence that people read. ".repeat(40)));
        page("a-page-that-sends-us-on", ANY, """
            <html><head><meta http-equiv="refresh" content="0;url=%1$s"><link rel="canonical" href="%1$s"></head>
            <body><p>%2$s</p><img src="%1$s"></body></html>\
            """.formatted(forbidden, "A sentence that people read. ".repeat(40)));
    }

    private void addresses() {
        address("a-file", "file:///etc/hostname");
        address("a-forbidden-port", forbidden);
        address("an-address-with-a-space", "http://own example/feed");
        address("a-long-address", "http://own.example/" + "a".repeat(MEGABYTE));
    }

    private void requests() {
        request("json-that-nests", "{\"url\":\"https://own.example/n\",\"x\":" + "[".repeat(100_000));
        request("json-with-many-keys", manyKeys());
        request("json-of-wrong-types", "{\"url\":[],\"headline\":{},\"body\":7}");
    }

    private void feed(String name, Set<String> outcomes, Script script) {
        var url = server.host(script).url("/feed");
        cases.add(new OwnCase(new HostileCase.FeedFetch(name, url), outcomes, SHORT, false));
    }

    private void waits(String name, Script script) {
        var url = server.host(script).url("/feed");
        cases.add(new OwnCase(new HostileCase.FeedFetch(name, url), REFUSED, LONG, true));
    }

    private void page(String name, Set<String> outcomes, String html) {
        var host = server.host(exchange -> exchange.respond(
                exchange.path().equals("/robots.txt") ? 404 : 200, Map.of("Content-Type", "text/html"), html));
        cases.add(new OwnCase(new HostileCase.PageFetch(name, host.url("/page")), outcomes, SHORT, false));
    }

    private void address(String name, String url) {
        cases.add(new OwnCase(new HostileCase.FeedRegister(name, url), Set.of("rejected"), SHORT, false));
    }

    private void request(String name, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        cases.add(new OwnCase(
                new HostileCase.ApiJson(name, "application/json", () -> bytes), Set.of("rejected"), SHORT, false));
    }

    private static Script document(String document) {
        return exchange -> exchange.respond(200, Map.of("Content-Type", "application/rss+xml"), document);
    }

    private static Script redirect(String target) {
        return exchange -> exchange.respond(302, Map.of("Location", target), "");
    }

    private static Script gzip(int layers, byte[] content) {
        return exchange -> {
            exchange.send(HEAD + "Content-Encoding: " + "gzip, ".repeat(layers - 1) + "gzip\r\n\r\n");
            var body = content;
            for (int i = 0; i < layers; i++) {
                body = compressed(body);
            }
            exchange.send(body);
        };
    }

    private static byte[] compressed(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zeros(int bytes) {
        return new byte[bytes];
    }

    private static String laughs() {
        var declarations = new StringBuilder("<!DOCTYPE rss [<!ENTITY e0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            declarations.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        return declarations.append("]>").toString();
    }

    private static String items(int from, int count) {
        var items = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            items.append("<item><title>T%1$d</title><guid isPermaLink=\"false\">i%1$d</guid></item>".formatted(i));
        }
        return items.toString();
    }

    private static String manyKeys() {
        var json = new StringBuilder("{");
        for (int i = 0; i < 200_000; i++) {
            json.append("\"k").append(i).append("\":1,");
        }
        return json.append("\"url\":\"https://own.example/k\",\"headline\":\"H\",\"body\":\"B\"}")
                .toString();
    }
}
