package io.copytaster.enrichment.entity;

import io.copytaster.enrichment.catalogue.CatalogueNode;
import io.copytaster.text.inflection.WordClass;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads names and cues: language → texts or maps. */
public final class AliasReader {

    private static final Set<String> KEYS = Set.of("text", "case", "strength", "needs", "excludes", "forms", "inflect");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final WordClass wordClass;

    /** Reads aliases that inflect like this unless they say otherwise. */
    public AliasReader(WordClass wordClass) {
        this.wordClass = wordClass;
    }

    /** All aliases of a map from language to lists. */
    public List<Alias> readAll(CatalogueNode node) {
        return node.map().entrySet().stream()
                .flatMap(language -> language.getValue().items().stream()
                        .map(alias -> read(checked(language.getKey(), alias), alias, Set.of())))
                .toList();
    }

    /** Refuses what is no language. */
    public static String checked(String language, CatalogueNode node) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw node.refuse("language '" + language + "' must be a BCP 47 primary subtag such as fr or und");
        }
        return language;
    }

    /** One alias; {@code moreKeys} are read by the caller. */
    public Alias read(String language, CatalogueNode node, Set<String> moreKeys) {
        if (!node.isMap()) {
            return alias(language, node.string(), Map.of(), node);
        }
        Set<String> keys = new HashSet<>(KEYS);
        keys.addAll(moreKeys);
        Map<String, CatalogueNode> fields = node.fields(keys);
        CatalogueNode text = fields.get("text");
        if (text == null) {
            throw node.refuse("a name needs 'text'");
        }
        return alias(language, text.string(), fields, node);
    }

    private Alias alias(String language, String text, Map<String, CatalogueNode> fields, CatalogueNode node) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw node.refuse("'" + text + "' needs a letter or digit");
        }
        CatalogueNode caseRule = fields.get("case");
        CatalogueNode strength = fields.get("strength");
        CatalogueNode inflect = fields.get("inflect");
        return new Alias(
                language,
                text,
                caseRule == null ? customaryCase(text) : caseRule.constant(CaseRule.values()),
                strength == null ? Strength.STRONG : strength.constant(Strength.values()),
                strings(fields, "needs"),
                strings(fields, "excludes"),
                strings(fields, "forms"),
                inflect == null ? wordClass : inflect.constant(WordClass.values()));
    }

    private static List<String> strings(Map<String, CatalogueNode> fields, String key) {
        CatalogueNode node = fields.get(key);
        return node == null ? List.of() : node.strings();
    }

    private CaseRule customaryCase(String text) {
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        boolean small = text.codePoints().anyMatch(Character::isLowerCase);
        if (capitals >= 2 && !small) {
            return CaseRule.EXACT;
        }
        return wordClass == WordClass.NAME ? CaseRule.INITIAL_UPPER : CaseRule.ANY;
    }
}
