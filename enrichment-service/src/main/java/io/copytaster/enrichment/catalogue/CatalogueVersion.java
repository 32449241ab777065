package io.copytaster.enrichment.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The identity of a catalogue's content: SHA-256 of its entries in canonical order and form. */
public record CatalogueVersion(String value) {

    /** The version of entries in canonical form; their order does not matter. */
    public static CatalogueVersion of(List<String> entries) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            entries.stream().sorted().forEach(entry -> {
                byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return new CatalogueVersion(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
