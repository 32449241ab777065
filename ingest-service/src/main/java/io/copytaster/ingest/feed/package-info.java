/** The feeds' door: polls feeds politely and offers what is new in them, and the HTTP interface to all of that. */
@NullMarked
package io.copytaster.ingest.feed;

import org.jspecify.annotations.NullMarked;
