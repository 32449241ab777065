package io.copytaster.localservers;

import io.copytaster.localservers.process.Ending;
import java.nio.file.Path;

/**
 * Where servers keep their things, and how they end.
 *
 * @param directory holds {@code data/NAME}, {@code log/NAME.log}, {@code run/NAME.pid}
 * @param kit where archives are unpacked, once for each version; may be shared between homes
 * @param ending {@link Ending#KILL} for servers whose data is thrown away, otherwise they end in their own way
 */
public record ServerHome(Path directory, Path kit, Ending ending) {

    public ServerHome {
        directory = directory.toAbsolutePath().normalize();
        kit = kit.toAbsolutePath().normalize();
    }

    /** A home whose data is kept. */
    public static ServerHome kept(Path directory) {
        return new ServerHome(directory, directory.resolve("kit"), Ending.TERMINATE);
    }

    public Path data(String server) {
        return directory.resolve("data").resolve(server);
    }

    public Path log(String server) {
        return directory.resolve("log").resolve(server + ".log");
    }

    /** Where programs keep what lets them start faster; below the kit, because it is no data. */
    public Path startCaches() {
        return kit.resolve("start");
    }

    /** Whether programs are given the time to record what lets them start faster. */
    boolean isKept() {
        return ending != Ending.KILL;
    }

    public Path pidFile(String server) {
        return directory.resolve("run").resolve(server + ".pid");
    }
}
