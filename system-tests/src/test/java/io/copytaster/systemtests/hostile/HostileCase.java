package io.copytaster.systemtests.hostile;

import java.io.IOException;

/** Something hostile, and the surface that it is presented to. */
sealed interface HostileCase {

    /** Unique within a run. */
    String name();

    /** The address of something that claims to be a feed. */
    record FeedFetch(String name, String url) implements HostileCase {}

    /** The address of something that claims to be the page of an article. */
    record PageFetch(String name, String url) implements HostileCase {}

    /** An address that somebody wants to be followed. */
    record FeedRegister(String name, String url) implements HostileCase {}

    /** A body that somebody posts as an article; where it can be had, since it may be large. */
    record ApiJson(String name, String contentType, Body body) implements HostileCase {}

    /** Where the bytes of a request are. */
    @FunctionalInterface
    interface Body {

        /** All of them. */
        byte[] bytes() throws IOException;
    }
}
