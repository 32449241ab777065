package io.copytaster.runtime.consumers;

/** Ends the process with a sentence, so that a supervisor starts a fresh one. */
@FunctionalInterface
public interface ServiceExit {

    /** Returns at once: the end comes on a thread of its own, as the caller's may have to stop first. */
    void exit(String sentence);
}
