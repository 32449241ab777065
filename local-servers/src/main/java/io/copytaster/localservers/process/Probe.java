package io.copytaster.localservers.process;

import java.io.IOException;

/** Asks a starting server once whether it serves; an {@link IOException} means not yet. */
@FunctionalInterface
public interface Probe {

    /** True when the server answers as a working server does. */
    boolean answers() throws IOException;
}
