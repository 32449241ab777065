package io.copytaster.systemtests.feeds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One web host of a {@link FeedServer}: where it is, how it answers, and who came. Thread-safe. */
public final class FeedHost {

    private final InetAddress address;
    private final int port;
    private final Script script;
    private final Visits visits = new Visits();

    FeedHost(InetAddress address, int port, Script script) {
        this.address = address;
        this.port = port;
        this.script = script;
    }

    /** The address of a path, which begins with a slash. */
    public String url(String path) {
        return "http://" + address.getHostAddress() + ":" + port + path;
    }

    /** Where the feed is that a {@link Paper} publishes. */
    public String feedUrl() {
        return url(Paper.FEED);
    }

    /** Who came, and how. */
    public Visits visits() {
        return visits;
    }

    /** Answers the one request of a connection. */
    void serve(SocketChannel channel) {
        var visit = visits.begin();
        try (channel) {
            var exchange = Exchange.read(channel, url(""));
            visit.asked(exchange.path(), exchange.isConditional());
            try {
                script.answer(exchange);
                exchange.end();
            } catch (Exchange.Reset _) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException _) {
            visit.cut();
        } finally {
            visit.end();
        }
    }

    /** Waits like a slow server. An interrupt ends the waiting and the answer. */
    static void pause(Duration duration) throws IOException {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("the server is closed");
            }
        }
    }
}
