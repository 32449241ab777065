package io.copytaster.ingest.xml;

/** What an element contains: elements and text, in order. */
public sealed interface XmlNode permits XmlElement, XmlNode.Text {

    /**
     * Text between tags, character references resolved, without control characters.
     *
     * @param text never empty
     */
    record Text(String text) implements XmlNode {}
}
