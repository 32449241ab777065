package io.copytaster.ingest.markup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;

/** Tells markup from text that merely has brackets in it. */
public final class MarkupText {

    private static final Pattern TAG =
            Pattern.compile("<(?<end>/)?(?<name>[A-Za-z][A-Za-z0-9]{0,20})(?<rest>[\\s/][^<>]{0,2000})?>");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|(?<name>[A-Za-z][A-Za-z0-9]{1,31}));");
    private static final Set<String> STANDING_ALONE = Set.of("br", "hr", "img", "wbr", "p");
    private static final Set<String> FOREIGN = Set.of("svg", "math");

    private MarkupText() {}

    /** Whether a text is HTML although nothing says so: it has an end tag, a tag with attributes, one that stands alone, or a reference. */
    public static boolean looksLikeMarkup(String text) {
        if (text.indexOf('&') >= 0) {
            Matcher reference = REFERENCE.matcher(text);
            while (reference.find()) {
                String name = reference.group("name");
                if (name == null || Entities.isNamedEntity(name)) {
                    return true;
                }
            }
        }
        return text.indexOf('<') >= 0 && hasTag(text);
    }

    private static boolean hasTag(String text) {
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String name = tag.group("name").toLowerCase(Locale.ROOT);
            boolean telling = tag.group("end") != null || tag.group("rest") != null || STANDING_ALONE.contains(name);
            if (telling && (Tag.isKnownTag(name) || FOREIGN.contains(name))) {
                return true;
            }
        }
        return false;
    }
}
