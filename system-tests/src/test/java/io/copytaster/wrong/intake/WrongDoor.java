package io.copytaster.wrong.intake;

import io.copytaster.wrong.WrongPipeline;
import org.jspecify.annotations.Nullable;

/** A door that others import, in a circle with the pipeline. */
public final class WrongDoor {

    public @Nullable WrongPipeline pipeline;
}
