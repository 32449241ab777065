package io.copytaster.ingest.page;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The part of a host that one owner registered, by the public suffix list: {@code news.co.uk} of {@code www.news.co.uk}.
 * A host without one (an address, {@code localhost}) is its own.
 *
 * @see <a href="https://publicsuffix.org">the list, private suffixes included: customers of one blog service are strangers</a>
 */
record RegistrableDomain(String name) {

    /** Of an absolute URL; nothing if no host can be read from it. */
    static Optional<RegistrableDomain> of(String url) {
        return host(url).map(host -> new RegistrableDomain(registered(host)));
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // no URL, no host
        }
    }

    private static String registered(String host) {
        var domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return domain == null ? host : domain;
    }
}
