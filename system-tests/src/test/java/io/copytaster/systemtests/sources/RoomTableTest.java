package io.copytaster.systemtests.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RoomTableTest {

    @Test
    void the_table_of_rooms_says_what_the_door_plates_say() throws Exception {
        // Given
        var plates = RoomTable.fromPlates(Repository.root());

        // When
        var table = RoomTable.fromDocument(Repository.root());

        // Then
        assertThat(table).containsExactlyElementsOf(plates);
    }

    @Test
    void every_room_has_a_plate() throws Exception {
        // Given
        var root = Repository.root();
        var unplated = new ArrayList<String>();

        // When
        for (var source : Repository.sources(root)) {
            var plate = source.resolveSibling("package-info.java");
            if (source.toString().contains("/src/main/java/") && !Files.exists(plate)) {
                unplated.add(root.relativize(source).toString());
            }
        }

        // Then
        assertThat(unplated).isEmpty();
    }
}
