package io.copytaster.localservers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks a broker for the members of its cluster, as any client does first (Kafka protocol, Metadata version 1). A broker
 * that has not joined yet names none.
 */
final class BrokerProbe {

    private static final short METADATA = 3;
    private static final short VERSION = 1;
    private static final byte[] CLIENT = "copytaster".getBytes(StandardCharsets.UTF_8);
    private static final int TIMEOUT_MILLIS = 2_000;

    private BrokerProbe() {}

    static boolean answers(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            ask(new DataOutputStream(socket.getOutputStream()));
            return members(new DataInputStream(socket.getInputStream())) > 0;
        }
    }

    private static void ask(DataOutputStream out) throws IOException {
        int headerBytes = 2 + 2 + 4 + 2 + CLIENT.length;
        out.writeInt(headerBytes + 4);
        out.writeShort(METADATA);
        out.writeShort(VERSION);
        out.writeInt(1); // correlation id
        out.writeShort(CLIENT.length);
        out.write(CLIENT);
        out.writeInt(0); // of no stream
        out.flush();
    }

    private static int members(DataInputStream in) throws IOException {
        in.readInt(); // size
        in.readInt(); // correlation id
        return in.readInt();
    }
}
