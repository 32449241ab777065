/** Polls: what a feed answers when it is asked, and what follows from it. */
@NullMarked
package io.copytaster.ingest.poll;

import org.jspecify.annotations.NullMarked;
