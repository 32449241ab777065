package io.copytaster.cli.offline;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a filter makes of one line. */
@FunctionalInterface
interface LineAnswer {

    JsonNode to(ObjectNode line) throws UnusableLineException;
}
