/** Reads XML that may be broken: a tree of elements, without DTDs, entities of its own or anything fetched, within fixed bounds. */
@NullMarked
package io.copytaster.ingest.xml;

import org.jspecify.annotations.NullMarked;
