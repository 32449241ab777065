package io.copytaster.ingest.publish;

import java.util.List;

/** The log that every later stage reads. */
public interface ArticleLog {

    /**
     * Writes editions in order and waits until the broker has confirmed or given up each, at most the publisher's
     * delivery timeout; the answers in the same order.
     */
    List<Publication> publish(List<Outgoing> editions);
}
