package io.copytaster.alert.watch;

import io.copytaster.alert.endpoint.EndpointId;
import java.util.List;

/**
 * What the owner of a watch decides.
 *
 * @param name for people, 1 to 200 characters
 * @param query in the query language, checked
 * @param endpoints where to tell, each once, at most 20
 * @param options how it behaves
 */
public record WatchDraft(String name, String query, List<EndpointId> endpoints, WatchOptions options) {

    /** Longest name, in UTF-16 units. */
    public static final int LONGEST_NAME = 200;

    /** Most endpoints of one watch. */
    public static final int MOST_ENDPOINTS = 20;

    public WatchDraft {
        endpoints = List.copyOf(endpoints);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "name: expected 1 to " + LONGEST_NAME + " characters, got " + name.length());
        }
        if (endpoints.size() > MOST_ENDPOINTS) {
            throw new IllegalArgumentException(
                    "endpoints: expected at most " + MOST_ENDPOINTS + ", got " + endpoints.size());
        }
    }
}
