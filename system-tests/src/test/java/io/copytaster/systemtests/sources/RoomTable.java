package io.copytaster.systemtests.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The table of rooms in ARCHITECTURE.md, and the door-plates it must repeat. */
final class RoomTable {

    private static final Pattern PLATE = Pattern.compile("/\\*\\*\\s*(.*?)\\s*\\*/", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    private RoomTable() {}

    /** The rows as the door-plates would have them: module, room, first sentence. */
    static List<String> fromPlates(Path root) throws IOException {
        return Repository.sources(root).stream()
                .filter(file -> file.endsWith("package-info.java"))
                .filter(file -> file.toString().contains("/src/main/"))
                .map(file -> row(root, file))
                .toList();
    }

    /** The rows as the document has them. */
    static List<String> fromDocument(Path root) throws IOException {
        return Files.readAllLines(root.resolve("ARCHITECTURE.md")).stream()
                .filter(line -> line.matches("\\| [\\w-]+ \\| `[\\w.]+` \\| .* \\|"))
                .toList();
    }

    private static String row(Path root, Path plate) {
        try {
            var text = Files.readString(plate);
            var room = PACKAGE.matcher(text);
            var sentence = PLATE.matcher(text);
            if (!room.find() || !sentence.find() || !text.contains("@NullMarked")) {
                throw new IllegalStateException(plate + " needs one sentence of Javadoc, @NullMarked and a package");
            }
            var first = sentence.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").replaceAll("(?<=\\.) .*", "");
            return "| " + root.relativize(plate).getName(0) + " | `" + room.group(1) + "` | "
                    + first.replaceAll("\\{@(?:link|code) (?:\\w*#)?([^}]+)}", "$1") + " |";
        } catch (IOException e) {
            throw new IllegalStateException(plate + " cannot be read", e);
        }
    }
}
