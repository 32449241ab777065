package io.copytaster.systemtests.hostile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a case, in the shape that the conformance scorer reads.
 *
 * @param outcome rejected, failing, partial, ok; another word is what nobody expects
 * @param status of the answer to what was posted
 * @param reason why it was refused or failed, for people
 * @param millis from the first request to the outcome
 * @param heapDeltaMb live heap afterwards less live heap before
 * @param alive whether the same process was ready afterwards and read a healthy feed
 * @param contacts connections to forbidden addresses meanwhile
 * @param text all text that was published or answered, identities left out
 * @param entries keys of the entries that arrived
 */
record CaseResult(
        String name,
        String outcome,
        int status,
        @Nullable String reason,
        long millis,
        long heapDeltaMb,
        boolean alive,
        List<String> contacts,
        String text,
        List<String> entries) {}
