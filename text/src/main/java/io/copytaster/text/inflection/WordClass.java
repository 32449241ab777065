package io.copytaster.text.inflection;

/** How a word of the catalogue behaves in a sentence, which decides the rules that apply. */
public enum WordClass {
    /** A proper name: cases, no plural. */
    NAME('N'),
    /** An ordinary noun or noun phrase: cases and plural. */
    NOUN('n'),
    /** An adjective or inhabitant: gender, cases, plural. */
    ADJECTIVE('a'),
    /** Never changes. */
    NONE('-');

    private final char letter;

    WordClass(char letter) {
        this.letter = letter;
    }

    /** The letter that stands for the class in rule files. */
    char letter() {
        return letter;
    }
}
