/** Benchmarks: real servers and a shipped service as processes, load on its door, and figures beside those of a bare producer. */
@NullMarked
package io.copytaster.bench;

import org.jspecify.annotations.NullMarked;
