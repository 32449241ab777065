/** Receipts: what a sender is told, and told again when the request is repeated. */
@NullMarked
package io.copytaster.ingest.receipt;

import org.jspecify.annotations.NullMarked;
