package io.copytaster.ingest.url;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules about a URL's host: one spelling (lower case, IDNA), and without the label that only names a screen. */
final class Host {

    private static final Pattern DOTS = Pattern.compile("[.\\u3002\\uff0e\\uff61]");
    private static final Pattern IGNORED = Pattern.compile("[\\u00ad\\u200b\\u2060\\ufeff]");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final Set<String> SCREENS = Set.of("www", "m", "mobile", "amp");
    /** Second-level labels under which two-letter countries register names: {@code m.co.uk} is a name of its own. */
    private static final Set<String> REGISTRIES =
            Set.of("ac", "co", "com", "edu", "gob", "gouv", "gov", "go", "in", "mil", "ne", "net", "or", "org");

    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;

    private Host() {}

    /** The host in lower-case ASCII, or nothing where it is no host. */
    static Optional<String> ascii(String host) {
        var lower = lowerCase(Normalizer.normalize(host, Normalizer.Form.NFKC));
        if (lower.startsWith("[")) {
            return Optional.of(lower).filter(address -> IPV6.matcher(address).matches());
        }
        var clean = Normalizer.normalize(IGNORED.matcher(lower).replaceAll(""), Normalizer.Form.NFKC);
        var labels = Arrays.stream(DOTS.split(clean.endsWith(".") ? clean.substring(0, clean.length() - 1) : clean, -1))
                .map(Host::label)
                .toList();
        var ascii = String.join(".", labels);
        return labels.stream().allMatch(Host::isLabel) && ascii.length() <= MAX_LENGTH
                ? Optional.of(ascii)
                : Optional.empty();
    }

    /** The host without leading {@code www.}, {@code m.}, {@code mobile.} and {@code amp.}. */
    static String withoutScreen(String host) {
        var labels = List.of(host.split("\\."));
        while (SCREENS.contains(labels.getFirst()) && isRegistered(labels.subList(1, labels.size()))) {
            labels = labels.subList(1, labels.size());
        }
        return String.join(".", labels);
    }

    private static boolean isRegistered(List<String> labels) {
        boolean registry =
                labels.size() == 2 && labels.getLast().length() == 2 && REGISTRIES.contains(labels.getFirst());
        return labels.size() >= 2 && !registry;
    }

    private static String label(String label) {
        boolean plain = label.chars().allMatch(c -> c < 0x80);
        return plain || label.length() > MAX_LABEL
                ? label
                : "xn--" + Punycode.encode(label.codePoints().toArray());
    }

    private static boolean isLabel(String label) {
        return label.length() <= MAX_LABEL && LABEL.matcher(label).matches();
    }

    /** Letter by letter: the language's own method writes a final sigma differently, IDNA does not. */
    private static String lowerCase(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
