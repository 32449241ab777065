/** Admission: who is let in when, at which pace, and which single requests are decided together. */
@NullMarked
package io.copytaster.ingest.admission;

import org.jspecify.annotations.NullMarked;
