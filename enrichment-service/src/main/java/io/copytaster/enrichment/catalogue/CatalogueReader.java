package io.copytaster.enrichment.catalogue;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads catalogue files as YAML without making objects of it, so that every later refusal knows its line. */
public final class CatalogueReader {

    /** Bound on one file. */
    private static final int LARGEST_FILE = 64 * 1024 * 1024;

    private CatalogueReader() {}

    /** The file's root, or nothing for a file without content. */
    public static Optional<CatalogueNode> read(CatalogueFile file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new StringReader(file.text()));
            return Optional.ofNullable(root).map(node -> new CatalogueNode(node, file.name(), ""));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new InvalidCatalogueException(file.name() + ":" + line, "no YAML: " + e.getProblem());
        }
    }
}
