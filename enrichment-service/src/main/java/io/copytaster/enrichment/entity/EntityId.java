package io.copytaster.enrichment.entity;

import java.util.regex.Pattern;

/** Identity of an entity: {@code wd:Q7747} for Wikidata's, {@code own:…} for a subscriber's. */
public record EntityId(String value) {

    private static final Pattern SHAPE = Pattern.compile("wd:Q[1-9][0-9]*|own:[A-Za-z0-9._-]{1,64}");

    public EntityId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("entity id must look like wd:Q7747 or own:name, got " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
