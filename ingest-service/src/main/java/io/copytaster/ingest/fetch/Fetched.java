package io.copytaster.ingest.fetch;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a GET. */
public sealed interface Fetched {

    /** From the call to its end, redirects included. */
    Duration took();

    /**
     * The server answered, whatever the status, and the body is whole.
     *
     * @param status as answered: 3xx only where no redirect was to be followed, for example 304
     * @param headers names in lower case; several of one name joined by a comma
     * @param body decompressed; handed over, not copied
     * @param url where the answer came from: the last redirect's target, or the URL asked for; without fragment
     * @param movedTo where permanent redirects alone led (301 and 308, counted from the first hop, no step from https to
     *     http); null where the first hop was not of that kind
     * @param redirects how many were followed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(
            int status,
            Map<String, String> headers,
            byte[] body,
            String url,
            @Nullable String movedTo,
            int redirects,
            Duration took)
            implements Fetched {

        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * There is no answer, or none that we may use.
     *
     * @param reason a sentence: what was expected, what came and what to do; never a URL's query
     */
    record Failed(Cause cause, String reason, Duration took) implements Fetched {}

    /** Why there is no answer. */
    enum Cause {
        /** The URL is none that we fetch: its form, its scheme, or credentials in it. Repeating is useless. */
        BAD_URL,
        /** The address or port behind it is forbidden to us; see {@code copytaster.guard}. */
        BLOCKED,
        /** Its host gets as much from us as it should; nobody was asked. */
        BUSY,
        /** The host has no address, or nobody said which one in time. */
        DNS,
        /** No connection, or one that was lost before any answer. */
        CONNECT,
        /** No secure connection: certificate, protocol version, or no TLS at all. */
        TLS,
        /** Too slow: silent for too long, or not done by the deadline. */
        TIMEOUT,
        /** Headers or body are longer than we read; reading stopped there. */
        TOO_LARGE,
        /** The connection ended before the body did. */
        TRUNCATED,
        /** The body cannot be decompressed: broken, cut, or in a coding that we did not ask for. */
        ENCODING,
        /** What came is no HTTP. */
        PROTOCOL,
        /** Too many redirects, a circle of them, or one to where we do not go. */
        REDIRECTS
    }
}
