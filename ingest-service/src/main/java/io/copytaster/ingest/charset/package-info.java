/** Turns the bytes of a document into text: which encoding they are in, whatever they claim. */
@NullMarked
package io.copytaster.ingest.charset;

import org.jspecify.annotations.NullMarked;
