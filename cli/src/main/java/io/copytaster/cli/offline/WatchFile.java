package io.copytaster.cli.offline;

import io.copytaster.alert.watch.Watch;
import io.copytaster.alert.watch.WatchDraft;
import io.copytaster.alert.watch.WatchId;
import io.copytaster.alert.watch.WatchOptions;
import io.copytaster.alert.watch.WatchState;
import io.copytaster.cli.terminal.CommandFailedException;
import io.copytaster.cli.terminal.ExitCode;
import io.copytaster.text.query.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The watches of a file, as if one subscriber had made them.
 *
 * @param all in the order of the file
 */
record WatchFile(List<Watch> all) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUBSCRIBER = "default";

    WatchFile {
        all = List.copyOf(all);
    }

    static WatchFile read(Path file) throws IOException {
        List<Watch> watches = new ArrayList<>();
        Random ids = new Random(1); // names within one run only
        for (JsonNode watch : json(file)) {
            watches.add(watch(watch, new WatchId(WatchId.random(ids).value()), watches.size() + 1));
        }
        return new WatchFile(watches);
    }

    /** The watch's name, for people. */
    String name(WatchId id) {
        return all.stream()
                .filter(watch -> watch.id().equals(id))
                .findFirst()
                .map(watch -> watch.draft().name())
                .orElse(id.value());
    }

    private static Watch watch(JsonNode json, WatchId id, int revision) {
        WatchDraft draft = new WatchDraft(
                json.path("name").asString(""), json.path("query").asString(""), List.of(), WatchOptions.USUAL);
        return new Watch(
                id, SUBSCRIBER, draft, Query.GRAMMAR, new WatchState.Active(), revision, Instant.EPOCH, Instant.EPOCH);
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            if (json.isArray()) {
                return json;
            }
            throw new CommandFailedException(
                    ExitCode.USAGE, file + ": expected an array of watches, each with name and query");
        } catch (NoSuchFileException e) {
            throw new CommandFailedException(ExitCode.USAGE, "there is no file " + file, e);
        } catch (JacksonException e) {
            throw new CommandFailedException(ExitCode.USAGE, file + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
