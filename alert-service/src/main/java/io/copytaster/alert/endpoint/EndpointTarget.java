package io.copytaster.alert.endpoint;

import java.net.URI;

/**
 * What sending to an endpoint takes.
 *
 * @param url where to
 * @param secret what to sign with
 * @param clientErrors what a 4xx answer means
 */
public record EndpointTarget(URI url, Secret secret, ClientErrors clientErrors) {}
