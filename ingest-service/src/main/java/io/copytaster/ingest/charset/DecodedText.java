package io.copytaster.ingest.charset;

import java.nio.charset.Charset;
import java.util.List;

/**
 * A document as text, without byte order marks.
 *
 * @param charset what it was decoded with
 * @param warnings where its claims and its bytes disagree, for people
 */
public record DecodedText(String text, Charset charset, List<String> warnings) {

    public DecodedText {
        warnings = List.copyOf(warnings);
    }
}
