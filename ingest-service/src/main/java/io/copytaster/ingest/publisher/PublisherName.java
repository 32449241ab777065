package io.copytaster.ingest.publisher;

import io.copytaster.text.fold.Folding;
import java.util.regex.Pattern;

/** One spelling for the name of a publisher. */
final class PublisherName {

    private static final Pattern SPACES = Pattern.compile("\\s++");

    private PublisherName() {}

    static String folded(String name) {
        return SPACES.matcher(Folding.fold(name).toString()).replaceAll(" ").strip();
    }
}
