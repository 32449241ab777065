package io.copytaster.ingest.intake;

import io.copytaster.ingest.Submission;
import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.article.Provenance;
import io.copytaster.ingest.article.RawArticle;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.digest.Fingerprint;
import io.copytaster.ingest.receipt.IdempotencyKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads submissions out of bytes that claim to be one JSON object in UTF-8. */
final class JsonSubmissions {

    private final JsonMapper json;
    private final Function<JacksonException, Refusal> explanation;

    /** Reads with this mapper, and explains with this function why something is no article. */
    JsonSubmissions(JsonMapper json, Function<JacksonException, Refusal> explanation) {
        this.json = json;
        this.explanation = explanation;
    }

    /** The submission; with a caller and a key, its receipt is kept for a repeat. */
    Submission read(byte[] bytes, Origin origin, Optional<KeyHeader> key) {
        var digest = digest(bytes);
        try {
            var raw = json.readValue(text(bytes), RawArticle.class);
            if (raw == null) {
                return unreadable(digest, null, "expected one JSON object, got null; send an article");
            }
            var idempotency = key.map(each -> new IdempotencyKey(each.caller(), each.value(), digest))
                    .orElse(null);
            return new Submission.Offered(digest, raw, Provenance.posted(origin), null, idempotency);
        } catch (CharacterCodingException _) {
            return unreadable(digest, null, "expected JSON in UTF-8, got bytes that are not UTF-8; encode it as UTF-8");
        } catch (JacksonException e) {
            return new Submission.Unreadable(digest, explanation.apply(e), null);
        }
    }

    /** Something too long to be read at all; its digest is that of what was kept of it. */
    static Submission tooLong(byte[] start, long limit) {
        return new Submission.Unreadable(
                digest(start),
                Refusal.tooLarge(null, "expected at most " + limit + " bytes, got more; send less text"),
                null);
    }

    /** Who used which Idempotency-Key. */
    record KeyHeader(String caller, String value) {}

    private static Submission unreadable(String digest, @Nullable String field, String sentence) {
        return new Submission.Unreadable(digest, Refusal.invalid(field, sentence), null);
    }

    /** Decoded by ourselves: a JSON parser guesses among encodings and lets encoded surrogates pass. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String digest(byte[] bytes) {
        return "sha256:" + Fingerprint.of(bytes);
    }
}
