package io.copytaster.runtime.guard;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A port of our own, or of the infrastructure that we run on: no URL that others give leads there. */
record OwnListener(Set<InetAddress> addresses, int port) {

    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:^|//|,)(\\[[0-9a-fA-F:]+]|[A-Za-z0-9._-]+):([0-9]{1,5})");

    OwnListener {
        addresses = Set.copyOf(addresses);
    }

    /** The listeners that addresses of infrastructure name: {@code host:port}, lists of them, or URLs. */
    static List<OwnListener> namedIn(List<String> infrastructure) {
        var listeners = new ArrayList<OwnListener>();
        for (var text : infrastructure) {
            var found = HOST_AND_PORT.matcher(text);
            while (found.find()) {
                listeners.add(new OwnListener(addressesOf(found.group(1)), Integer.parseInt(found.group(2))));
            }
        }
        return listeners;
    }

    boolean listensAt(InetAddress address, int toPort) {
        var wanted = AddressRange.unwrapped(address.getAddress());
        return port == toPort && addresses.stream().anyMatch(own -> Arrays.equals(own.getAddress(), wanted));
    }

    private static Set<InetAddress> addressesOf(String host) {
        try {
            var addresses = new HashSet<>(List.of(InetAddress.getAllByName(host)));
            if (addresses.stream().anyMatch(address -> address.isLoopbackAddress() || address.isAnyLocalAddress())) {
                addresses.addAll(ownAddresses());
            }
            return addresses;
        } catch (UnknownHostException _) {
            // A name that does not resolve now cannot be compared by address; the classifier still refuses what is
            // private.
            return Set.of();
        }
    }

    private static Set<InetAddress> ownAddresses() {
        try {
            var own = new HashSet<InetAddress>();
            // Connecting to "any" address reaches this machine too.
            own.add(InetAddress.ofLiteral("0.0.0.0"));
            own.add(InetAddress.ofLiteral("::"));
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .forEach(own::add);
            return own;
        } catch (SocketException e) {
            throw new IllegalStateException("expected to be able to list this machine's network addresses", e);
        }
    }
}
