/** Gets what others publish, safely: public addresses only, within a deadline and a number of bytes, whole or not at all. */
@NullMarked
package io.copytaster.ingest.fetch;

import org.jspecify.annotations.NullMarked;
