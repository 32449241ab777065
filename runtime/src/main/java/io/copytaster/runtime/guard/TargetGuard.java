package io.copytaster.runtime.guard;

import io.copytaster.runtime.guard.Admission.Ground;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * The one judge of where we may connect to: asked when a URL is registered or about to be fetched, and again, with the
 * final word, for each connection. Safe for all threads.
 */
public final class TargetGuard {

    private final AddressClassifier classifier;
    private final List<AllowedRange> allowed;
    private final List<OwnListener> ownListeners;
    private final PortRanges ports;
    private final HostAddresses addresses;

    TargetGuard(GuardSettings settings, List<OwnListener> ownListeners, HostAddresses addresses) {
        this.classifier = new AddressClassifier(settings.nat64());
        this.allowed = settings.allow().stream().map(AllowedRange::parse).toList();
        this.ports = PortRanges.parse(settings.ports());
        this.ownListeners = List.copyOf(ownListeners);
        this.addresses = addresses;
    }

    /** A guard of these settings that protects no listeners of ours, with the system's resolver. */
    public static TargetGuard of(GuardSettings settings) {
        return of(settings, HostAddresses.system(settings.dnsTimeout()));
    }

    /** A guard of these settings that protects no listeners of ours, with this resolver. */
    public static TargetGuard of(GuardSettings settings, HostAddresses addresses) {
        return new TargetGuard(settings, List.of(), addresses);
    }

    /** Judges one connection: our own listeners are refused even where the operator allows their address. */
    public Verdict judge(InetAddress address, int port) {
        if (ownListeners.stream().anyMatch(own -> own.listensAt(address, port))) {
            return new Verdict.Forbidden("and port belong to Copytaster or its infrastructure");
        }
        if (allowed.stream().anyMatch(range -> range.allows(address, port))) {
            return new Verdict.Allowed();
        }
        if (!ports.contain(port)) {
            return new Verdict.Forbidden("has port " + port + ", which is not among the allowed ports " + ports);
        }
        return classifier.judge(address);
    }

    /** Reads a URL and resolves its host: refused if any one of its addresses is forbidden. */
    public Admission admit(String url) {
        try {
            return admit(TargetUrl.parse(url));
        } catch (TargetUrl.Unusable e) {
            return new Admission.Refused(Ground.TEXT, "the URL " + e.getMessage());
        }
    }

    private Admission admit(TargetUrl url) {
        try {
            for (var address : addresses.of(url.host())) {
                if (judge(address, url.port()) instanceof Verdict.Forbidden(var why)) {
                    return new Admission.Refused(Ground.ADDRESS, explained(url, address, why));
                }
            }
            return new Admission.Admitted(url);
        } catch (UnknownHostException e) {
            return new Admission.Refused(
                    Ground.HOST,
                    "the host " + url.host() + " could not be resolved (" + e.getMessage() + "); check its spelling");
        }
    }

    private static String explained(TargetUrl url, InetAddress address, String why) {
        var literal = address.getHostAddress();
        int bits = address.getAddress().length * 8;
        return "the host " + url.host() + " leads to the address " + literal + ", which " + why
                + "; we connect to public addresses only. Give a public URL, or have the operator add "
                + literal + "/" + bits + ":" + url.port() + " to copytaster.guard.allow";
    }
}
