package io.copytaster.ingest.syndication;

/** Text without what cannot be stored: NUL and other control characters are left out, lone surrogates replaced. */
final class StoredText {

    private StoredText() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if ((c >= ' ' && c != 0x7f) || c == '\n' || c == '\t' || c == '\r') {
                out.appendCodePoint(c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
            }
        });
        return out.toString();
    }
}
