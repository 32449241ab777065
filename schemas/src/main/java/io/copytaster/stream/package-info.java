/** The streams of Copytaster: their names, records, keys and the headers that travel with each record. */
@NullMarked
package io.copytaster.stream;

import org.jspecify.annotations.NullMarked;
