package io.copytaster.wrong.publish;

import io.copytaster.wrong.WrongPipeline;
import org.jspecify.annotations.Nullable;

/** An exit that imports the pipeline. */
public final class WrongExit {

    public @Nullable WrongPipeline pipeline;
}
