package io.copytaster.cli.stack;

import java.util.Locale;

/** The parts of a development stack. */
enum Part {
    POSTGRES("PostgreSQL 18"),
    KAFKA("Kafka 4.2.1 (KRaft, 1 node)"),
    REGISTRY("Schema registry (Apicurio)"),
    INGEST("ingest-service"),
    ENRICHMENT("enrichment-service"),
    ALERT("alert-service");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Its name in JSON. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
