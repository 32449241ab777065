package io.copytaster.enrichment.catalogue;

/**
 * A file of the catalogue.
 *
 * @param name the path below the catalogue's folder, such as {@code topics/gpu.yaml}
 */
public record CatalogueFile(String name, String text) {}
