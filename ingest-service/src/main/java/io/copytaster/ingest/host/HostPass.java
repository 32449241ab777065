package io.copytaster.ingest.host;

/** A turn at a host: one request at a time belongs to it. */
public interface HostPass extends AutoCloseable {

    /** Ends the turn; again without effect. */
    @Override
    void close();
}
