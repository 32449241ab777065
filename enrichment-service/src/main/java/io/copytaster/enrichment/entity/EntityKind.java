package io.copytaster.enrichment.entity;

/** What sort of thing an entity is. */
public enum EntityKind {
    PERSON,
    ORGANISATION,
    PLACE,
    PRODUCT,
    GROUPING,
    INSTRUMENT
}
