package io.copytaster.ingest.publisher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which family a publisher belongs to, by its name or by the host that its articles come from. Immutable, safe for threads.
 *
 * <p>The data is a text file in UTF-8; blank lines and lines that start with {@code #} count for nothing:
 *
 * <pre>
 * agency afp Agence France-Presse     a family: agency or owner, its id, its name for people
 *   name AFP                          a publisher's name; the family's own name is one already
 *   domain afp.com                    a domain, its subdomains included
 * </pre>
 *
 * Names are compared folded: case, accents, widths and white space do not matter. A name or domain belongs to one family; a subdomain
 * may belong to another than its domain.
 */
public final class PublisherFamilies {

    private static final String FILE = "publisher-families.txt";

    private final List<PublisherFamily> families;
    private final Map<String, PublisherFamily> byName;
    private final Map<String, PublisherFamily> byDomain;

    PublisherFamilies(
            List<PublisherFamily> families,
            Map<String, PublisherFamily> byName,
            Map<String, PublisherFamily> byDomain) {
        this.families = List.copyOf(families);
        this.byName = new HashMap<>(byName);
        this.byDomain = new HashMap<>(byDomain);
    }

    /** The families that come with this version. */
    public static PublisherFamilies bundled() {
        return read(bundledFile());
    }

    /**
     * The families that come with this version and those of a file beside them; neither may repeat what the other has.
     *
     * @throws IllegalArgumentException that names the line of the file, what was expected and what came
     */
    public static PublisherFamilies bundledAnd(String file) {
        return new FamilyFileReader().read(bundledFile(), file);
    }

    private static String bundledFile() {
        try (var file = PublisherFamilies.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("expected the file " + FILE + " beside this class");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The families of a file.
     *
     * @throws IllegalArgumentException that names the line, what was expected and what came
     */
    public static PublisherFamilies read(String file) {
        return new FamilyFileReader().read(file);
    }

    /** All families, in the order of the file. */
    public Collection<PublisherFamily> all() {
        return families;
    }

    /**
     * The family of an article's publisher.
     *
     * @param publisher as the article names it; counts before the host
     * @param host of the article's URL, in any case, with or without {@code www.}
     */
    public Optional<PublisherFamily> of(@Nullable String publisher, @Nullable String host) {
        return Optional.ofNullable(publisher)
                .flatMap(this::ofName)
                .or(() -> Optional.ofNullable(host).flatMap(this::ofHost));
    }

    private Optional<PublisherFamily> ofName(String publisher) {
        return publisher.length() > FamilyFileReader.LONGEST_LINE
                ? Optional.empty()
                : Optional.ofNullable(byName.get(PublisherName.folded(publisher)));
    }

    private Optional<PublisherFamily> ofHost(String host) {
        if (host.length() > FamilyFileReader.LONGEST_DOMAIN) {
            return Optional.empty();
        }
        String domain = host.toLowerCase(Locale.ROOT);
        while (!byDomain.containsKey(domain)) {
            int dot = domain.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            domain = domain.substring(dot + 1);
        }
        return Optional.ofNullable(byDomain.get(domain));
    }
}
