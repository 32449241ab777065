package io.copytaster.cli.offline;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a filter makes of one line: any number of lines. */
@FunctionalInterface
public interface LineAnswer {

    /** The lines for a line. */
    List<? extends JsonNode> to(ObjectNode line) throws UnusableLineException;
}
