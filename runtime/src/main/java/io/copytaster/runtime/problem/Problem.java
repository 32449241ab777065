package io.copytaster.runtime.problem;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal that a controller throws and the caller reads as an RFC 9457 problem document. The detail says what was
 * expected, what came, and what to do; it never contains article text or a secret. The {@code type} is stable.
 */
public final class Problem extends ErrorResponseException {

    private static final String TYPE = "urn:copytaster:problem:";

    private Problem(HttpStatus status, String type, String detail) {
        super(status, document(status, type, detail), null);
    }

    /** 400: a field of the request cannot be used. */
    public static Problem invalid(String field, String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid-field", detail).with("field", field);
    }

    /** 400: the request as a whole cannot be read. */
    public static Problem unreadable(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "unreadable", detail);
    }

    /** This refusal, with one more member in its document. */
    public Problem with(String member, Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    /** 404: there is no such thing, or it is not the caller's. */
    public static Problem notFound(String what, String id) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "there is no " + what + " " + id);
    }

    /** 409: the request contradicts what is there. */
    public static Problem conflict(String detail) {
        return new Problem(HttpStatus.CONFLICT, "conflict", detail);
    }

    /** 412: the caller's copy is out of date; read again and repeat. */
    public static Problem preconditionFailed(String detail) {
        return new Problem(HttpStatus.PRECONDITION_FAILED, "precondition-failed", detail);
    }

    /** 413: the request is larger than a bound that the detail names. */
    public static Problem tooLarge(String detail) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", detail);
    }

    /** 422: the request is well-formed, but what it asks for cannot be done. */
    public static Problem unprocessable(String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "unprocessable", detail);
    }

    /** 429: the service has as much in hand as it accepts; repeat after the given time, at least one second. */
    public static Problem tooMany(Duration retryAfter, String detail) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many", detail).retryAfter(retryAfter);
    }

    /** 503: something behind the service is away; repeat after the given time, at least one second. */
    public static Problem unavailable(Duration retryAfter, String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail).retryAfter(retryAfter);
    }

    /** The document of a refusal, for those who write it themselves. */
    public static ProblemDetail document(HttpStatus status, String type, @Nullable String detail) {
        var document = ProblemDetail.forStatus(status);
        document.setType(URI.create(TYPE + type));
        document.setTitle(status.getReasonPhrase());
        document.setDetail(detail);
        return document;
    }

    private Problem retryAfter(Duration wait) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        return this;
    }
}
