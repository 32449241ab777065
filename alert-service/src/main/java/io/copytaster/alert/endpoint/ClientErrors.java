package io.copytaster.alert.endpoint;

/** What a 4xx answer of an endpoint means, apart from those with a meaning of their own. */
public enum ClientErrors {
    /** A broken deployment, most likely: try again on schedule. */
    RETRY,
    /** A verdict: do not try again. */
    REFUSE
}
