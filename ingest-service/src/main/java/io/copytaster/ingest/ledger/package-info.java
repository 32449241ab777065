/** The ledger: every item that came in, and the one outcome that it ended in. */
@NullMarked
package io.copytaster.ingest.ledger;

import org.jspecify.annotations.NullMarked;
