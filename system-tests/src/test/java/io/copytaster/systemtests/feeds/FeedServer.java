package io.copytaster.systemtests.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Thousands of web hosts in this process: each has a loopback address of its own, all have one port, and each answers as
 * its script says. One thread accepts for all; each connection has a virtual thread and carries one request.
 *
 * <p>Thread-safe.
 */
public final class FeedServer implements AutoCloseable {

    private static final int BACKLOG = 64;
    private static final int HOSTS = 60_000;
    private static final int PORTS_TRIED = 20;

    private final int network;
    private final Selector selector;
    private final ServerSocketChannel first;
    private final int port;
    private final List<FeedHost> hosts = new ArrayList<>();
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread acceptor;

    private FeedServer(int network, Selector selector, ServerSocketChannel first) throws IOException {
        this.network = network;
        this.selector = selector;
        this.first = first;
        this.port = ((InetSocketAddress) first.getLocalAddress()).getPort();
        this.acceptor = Thread.ofPlatform().daemon().name("feed-server").unstarted(this::accept);
    }

    /** A server whose hosts are {@code 127.<network>.x.y} on one port that is free; 1 to 255. */
    public static FeedServer start(int network) throws IOException {
        var server = new FeedServer(network, Selector.open(), bound(network, 0, 0));
        server.acceptor.start();
        return server;
    }

    /** Adds a host. */
    public FeedHost host(Script script) {
        synchronized (hosts) {
            try {
                int number = hosts.size() + 1;
                var channel = bound(network, number, port);
                var host = new FeedHost(address(network, number), port, script);
                hosts.add(host);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_ACCEPT, host);
                selector.wakeup();
                return host;
            } catch (IOException e) {
                throw new UncheckedIOException("host " + hosts.size() + " could not listen on port " + port, e);
            }
        }
    }

    /** The one port of all hosts. */
    public int port() {
        return port;
    }

    /** All addresses of the hosts with their port, as the guard takes exceptions. */
    public String allowed() {
        return "127." + network + ".0.0/16:" + port;
    }

    @Override
    public void close() throws IOException {
        acceptor.interrupt();
        try {
            acceptor.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
        first.close();
        connections.shutdownNow();
    }

    private void accept() {
        try {
            while (selector.isOpen() && !Thread.currentThread().isInterrupted()) {
                selector.select();
                for (var key : selector.selectedKeys()) {
                    acceptAll(key);
                }
                selector.selectedKeys().clear();
            }
        } catch (ClosedSelectorException _) {
            // The server was closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll(SelectionKey key) throws IOException {
        var host = (FeedHost) key.attachment();
        var listening = (ServerSocketChannel) key.channel();
        for (SocketChannel channel = listening.accept(); channel != null; channel = listening.accept()) {
            var connection = channel;
            connections.execute(() -> host.serve(connection));
        }
    }

    /** Address 0 is bound first, to find a port; another host may hold the same port on a later address. */
    private static ServerSocketChannel bound(int network, int number, int port) throws IOException {
        if (number >= HOSTS) {
            throw new IllegalArgumentException("expected at most " + HOSTS + " hosts");
        }
        for (int attempt = 1; ; attempt++) {
            var channel = ServerSocketChannel.open();
            try {
                return channel.bind(new InetSocketAddress(address(network, number), port), BACKLOG);
            } catch (BindException e) {
                channel.close();
                if (port > 0 || attempt == PORTS_TRIED) {
                    throw e;
                }
            }
        }
    }

    private static InetAddress address(int network, int number) throws IOException {
        int plain = number + 1;
        return InetAddress.getByAddress(
                new byte[] {127, (byte) network, (byte) (plain / 250), (byte) (plain % 250 + 1)});
    }
}
