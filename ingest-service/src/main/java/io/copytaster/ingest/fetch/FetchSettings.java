package io.copytaster.ingest.fetch;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we get what others publish.
 *
 * @param product how we introduce ourselves, and the name by which robots.txt files may address us: letters, digits and
 *     hyphens
 * @param contact where a site's owner finds who we are: a URL or an e-mail address, sent with every request; empty sends
 *     none
 * @param connectTimeout how long a connection may take
 * @param dnsTimeout how long resolving the host may take at the connection
 * @param silence how long a server may send nothing, before its answer and within it
 * @param totalTimeout how long everything may take: redirects, answer and body
 * @param redirects how many are followed
 */
@ConfigurationProperties(prefix = "copytaster.fetch", ignoreUnknownFields = false)
public record FetchSettings(
        @DefaultValue("Copytaster") String product,
        @DefaultValue("") String contact,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("5s") Duration dnsTimeout,
        @DefaultValue("10s") Duration silence,
        @DefaultValue("20s") Duration totalTimeout,
        @DefaultValue("5") int redirects) {

    private static final String VERSION = "0.1";
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int MOST_REDIRECTS = 20;
    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,49}");
    private static final Pattern CONTACT = Pattern.compile("[!-'*-~]{0,200}");

    public FetchSettings {
        refuseUnless(PRODUCT, "product", product, "letters, digits and hyphens");
        refuseUnless(CONTACT, "contact", contact, "a URL or an e-mail address of at most 200 characters");
        refuseOutside("connect-timeout", connectTimeout);
        refuseOutside("dns-timeout", dnsTimeout);
        refuseOutside("silence", silence);
        refuseOutside("total-timeout", totalTimeout);
        if (redirects < 0 || redirects > MOST_REDIRECTS) {
            throw new IllegalArgumentException(
                    "expected 0 to " + MOST_REDIRECTS + " in copytaster.fetch.redirects, got " + redirects);
        }
    }

    /** What we send as {@code User-Agent}. */
    public String userAgent() {
        return product + "/" + VERSION + (contact.isEmpty() ? "" : " (+" + contact + ")");
    }

    private static void refuseUnless(Pattern shape, String key, String value, String expected) {
        if (!shape.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected " + expected + " in copytaster.fetch." + key + ", got " + value);
        }
    }

    private static void refuseOutside(String key, Duration value) {
        if (value.compareTo(Duration.ofMillis(10)) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "expected 10ms to " + LONGEST + " in copytaster.fetch." + key + ", got " + value);
        }
    }
}
