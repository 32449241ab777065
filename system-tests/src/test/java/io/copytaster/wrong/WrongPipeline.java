package io.copytaster.wrong;

import io.copytaster.event.ArticleIngested;
import io.copytaster.wrong.intake.WrongDoor;
import org.jspecify.annotations.Nullable;

/** A pipeline that imports a door and speaks a stream's record. */
public final class WrongPipeline {

    public @Nullable WrongDoor door;
    public @Nullable ArticleIngested event;
}
