package io.copytaster.ingest.xml;

import java.util.Map;

/** A piece of a document. */
sealed interface XmlToken {

    /** A start tag; {@code empty} if it closes itself. Attribute names are in lower case. */
    record Start(String name, Map<String, String> attributes, boolean empty) implements XmlToken {}

    /** An end tag. */
    record End(String name) implements XmlToken {}

    /** Text, references resolved. */
    record Text(String text) implements XmlToken {}

    /** What says nothing to a reader: comments, processing instructions, declarations. */
    record Nothing() implements XmlToken {}
}
