/** The HTTP door: articles in, receipts out, and questions about both. */
@NullMarked
package io.copytaster.ingest.intake;

import org.jspecify.annotations.NullMarked;
