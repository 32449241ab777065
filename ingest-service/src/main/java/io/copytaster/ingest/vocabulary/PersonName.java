package io.copytaster.ingest.vocabulary;

import io.copytaster.ingest.markup.LinkResolver;
import io.copytaster.ingest.xml.XmlElement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who wrote something: the name, or the mail address where nothing else is given. */
public final class PersonName {

    private static final String MAIL = "[^\\s<>()@\"]{1,100}@[^\\s<>()@\"]{1,200}";
    private static final Pattern MAIL_THEN_NAME =
            Pattern.compile("(?:mailto:)?" + MAIL + "\\s{1,5}\\((?<name>[^()]{1,300})\\)");
    private static final Pattern NAME_THEN_MAIL = Pattern.compile(
            "\"?(?<name>[^<>()@\"]{1,300}?)\"?\\s{0,5}[<(]\\s{0,5}(?:mailto:)?" + MAIL + "\\s{0,5}[>)]");
    private static final int LONGEST = 1000;

    private PersonName() {}

    /** The name in a person's element, be it structured as in Atom or written as in RSS. */
    public static Optional<String> of(XmlElement person) {
        return child(person, "name")
                .or(() -> child(person, "email"))
                .or(() -> person.hasElements() ? Optional.empty() : of(person.ownText()));
    }

    /** The name in a text that may hold a mail address too. */
    public static Optional<String> of(String written) {
        String text = TextConstruct.read(written, TextConstruct.Form.EITHER, LinkResolver.UNKNOWN)
                .text();
        if (text.length() > LONGEST) {
            return Optional.of(text);
        }
        for (Pattern pattern : new Pattern[] {MAIL_THEN_NAME, NAME_THEN_MAIL}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches() && !matcher.group("name").isBlank()) {
                return Optional.of(matcher.group("name").strip());
            }
        }
        return Optional.of(text).filter(name -> !name.isEmpty());
    }

    private static Optional<String> child(XmlElement person, String local) {
        return person.elements()
                .filter(element -> element.local().equals(local))
                .map(XmlElement::ownText)
                .filter(text -> !text.isBlank())
                .findFirst()
                .flatMap(PersonName::of);
    }
}
