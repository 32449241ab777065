package io.copytaster.ingest.publisher;

import io.copytaster.ingest.publisher.PublisherFamily.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the file of publisher families once; every complaint names its line. */
final class FamilyFileReader {

    static final int LONGEST_LINE = 500;
    static final int LONGEST_DOMAIN = 253;

    private static final int MOST_LINES = 100_000;
    private static final Pattern SPACES = Pattern.compile("\\s++");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]++(?:\\.[a-z0-9-]++)++");

    private final List<PublisherFamily> families = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, PublisherFamily> byName = new HashMap<>();
    private final Map<String, PublisherFamily> byDomain = new HashMap<>();
    private @Nullable PublisherFamily family;
    private int number;

    PublisherFamilies read(String... files) {
        for (String file : files) {
            number = 0;
            family = null;
            readFile(file);
        }
        return new PublisherFamilies(families, byName, byDomain);
    }

    private void readFile(String file) {
        for (String line : file.split("\\R", -1)) {
            number++;
            if (number > MOST_LINES || line.length() > LONGEST_LINE) {
                throw complaint("at most " + MOST_LINES + " lines of at most " + LONGEST_LINE + " characters", "more");
            }
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                readLine(stripped);
            }
        }
    }

    private void readLine(String line) {
        String[] parts = SPACES.split(line, 2);
        String rest = parts.length < 2 ? "" : parts[1];
        switch (parts[0]) {
            case "agency" -> startFamily(Kind.AGENCY, rest);
            case "owner" -> startFamily(Kind.OWNER, rest);
            case "name" -> addName(rest);
            case "domain" -> addDomain(rest);
            default -> throw complaint("agency, owner, name or domain", parts[0]);
        }
    }

    private void startFamily(Kind kind, String rest) {
        String[] parts = SPACES.split(rest, 2);
        if (parts.length < 2) {
            throw complaint("an id and a name after " + (kind == Kind.AGENCY ? "agency" : "owner"), rest);
        }
        PublisherFamily started = family(kind, parts[0], parts[1]);
        if (!ids.add(started.id())) {
            throw complaint("an id that no other family has", started.id());
        }
        families.add(started);
        family = started;
        addName(started.name());
    }

    private PublisherFamily family(Kind kind, String id, String name) {
        try {
            return new PublisherFamily(id, kind, name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    private void addName(String name) {
        String folded = PublisherName.folded(name);
        if (folded.isEmpty()) {
            throw complaint("a publisher's name", name);
        }
        add(byName, folded);
    }

    private void addDomain(String domain) {
        if (domain.length() > LONGEST_DOMAIN || !DOMAIN.matcher(domain).matches()) {
            throw complaint("a domain in lower-case ASCII such as example.com", domain);
        }
        add(byDomain, domain);
    }

    private void add(Map<String, PublisherFamily> all, String key) {
        PublisherFamily current = family;
        if (current == null) {
            throw complaint("a family before its names and domains", key);
        }
        PublisherFamily other = all.putIfAbsent(key, current);
        if (other != null) {
            throw complaint(
                    "a name or domain that is there once", key + ", which family " + other.id() + " has already");
        }
    }

    private IllegalArgumentException complaint(String expected, String got) {
        return new IllegalArgumentException(
                "line " + number + ": expected " + expected + ", got " + (got.isEmpty() ? "nothing" : got));
    }
}
