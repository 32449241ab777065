package io.copytaster.enrichment.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A piece of a catalogue file that knows its place; every wish for a type is granted or refused with file, line and entry. */
public final class CatalogueNode {

    private final Node node;
    private final String file;
    private final String entry;

    CatalogueNode(Node node, String file, String entry) {
        this.node = node;
        this.file = file;
        this.entry = entry;
    }

    /** The same piece, named after the entry it belongs to. */
    public CatalogueNode inEntry(String name) {
        return new CatalogueNode(node, file, name);
    }

    public InvalidCatalogueException refuse(String reason) {
        String place = file + ":" + (node.getStartMark().getLine() + 1);
        return new InvalidCatalogueException(entry.isEmpty() ? place : place + ", entry " + entry, reason);
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** The values by key; a key outside {@code allowed} or a doubled one is refused. */
    public Map<String, CatalogueNode> fields(Set<String> allowed) {
        Map<String, CatalogueNode> fields = map();
        fields.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw value.refuse("unknown key '" + key + "'; known are "
                        + allowed.stream().sorted().toList());
            }
        });
        return fields;
    }

    /** The values by key, whatever the keys; a doubled one is refused. */
    public Map<String, CatalogueNode> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse("expected a map, got " + node.getNodeId());
        }
        Map<String, CatalogueNode> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = child(tuple.getKeyNode()).string();
            if (fields.put(key, child(tuple.getValueNode())) != null) {
                throw child(tuple.getKeyNode()).refuse("key '" + key + "' occurs twice");
            }
        }
        return fields;
    }

    /** The items of a list; nothing at all is an empty list. */
    public List<CatalogueNode> items() {
        if (node.getTag().equals(Tag.NULL)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw refuse("expected a list, got " + node.getNodeId());
        }
        return sequence.getValue().stream().map(this::child).toList();
    }

    public List<String> strings() {
        return items().stream().map(CatalogueNode::string).toList();
    }

    /** A text; what YAML reads as a number or truth value must be quoted, so that «no» stays a language. */
    public String string() {
        if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            throw refuse("expected a text, got " + (node instanceof ScalarNode ? "nothing" : node.getNodeId()));
        }
        if (!scalar.getTag().equals(Tag.STR)) {
            throw refuse("'" + scalar.getValue() + "' is no text to YAML; put it in quotes");
        }
        if (scalar.getValue().isBlank()) {
            throw refuse("expected a text, got blanks");
        }
        return scalar.getValue();
    }

    public double number() {
        boolean numeric = node.getTag().equals(Tag.FLOAT) || node.getTag().equals(Tag.INT);
        if (!numeric || !(node instanceof ScalarNode scalar)) {
            throw refuse("expected a number");
        }
        return Double.parseDouble(scalar.getValue());
    }

    public boolean flag() {
        if (!node.getTag().equals(Tag.BOOL) || !(node instanceof ScalarNode scalar)) {
            throw refuse("expected true or false");
        }
        return scalar.getValue().equals("true");
    }

    /** A constant, written in lower case with hyphens. */
    public <E extends Enum<E>> E constant(E[] constants) {
        String name = string();
        return Stream.of(constants)
                .filter(constant -> spelled(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> refuse("unknown value '" + name + "'; known are "
                        + Stream.of(constants).map(CatalogueNode::spelled).toList()));
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the text with a parser whose refusal becomes ours. */
    public <T> T parsed(Function<String, T> parser) {
        String text = string();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw refuse(Optional.ofNullable(e.getMessage()).orElse("unreadable value '" + text + "'"));
        }
    }

    private CatalogueNode child(Node child) {
        return new CatalogueNode(child, file, entry);
    }
}
