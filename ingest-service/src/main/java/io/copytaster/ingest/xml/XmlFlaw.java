package io.copytaster.ingest.xml;

/** What makes a document no well-formed XML, or more than we read; the text is for people. */
public enum XmlFlaw {
    NESTING("an end tag is missing or has no start tag"),
    TRUNCATED("the document ends before its last end tag"),
    MARKUP("a tag, comment or CDATA section is malformed"),
    REFERENCE("an ampersand starts no reference that is known"),
    CHARACTER("there are characters that XML does not allow; they are left out"),
    DOCTYPE("there is a DOCTYPE; it is ignored, and so are entities that it declares"),
    TOO_DEEP("elements are nested too deeply; the innermost tags are left out"),
    ATTRIBUTES("an element has too many attributes; the last ones are left out");

    private final String sentence;

    XmlFlaw(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong, as a clause. */
    public String sentence() {
        return sentence;
    }
}
