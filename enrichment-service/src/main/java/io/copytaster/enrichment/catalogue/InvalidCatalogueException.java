package io.copytaster.enrichment.catalogue;

/** Says where the catalogue is wrong and what would be right: file, line, entry and reason. */
public final class InvalidCatalogueException extends RuntimeException {

    public InvalidCatalogueException(String place, String reason) {
        super(place + ": " + reason);
    }
}
