package io.copytaster.alert.endpoint;

import java.net.URI;

/**
 * What the owner of an endpoint decides.
 *
 * @param name for people, at most 200 characters
 * @param url canonical, admitted by the guard
 * @param clientErrors what a 4xx answer means
 */
public record EndpointDraft(String name, URI url, ClientErrors clientErrors) {

    private static final int LONGEST_NAME = 200;

    public EndpointDraft {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "expected a name of at most " + LONGEST_NAME + " characters, got " + name.length());
        }
    }
}
