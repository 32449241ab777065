/** Articles out of files that hold web pages, as ingest-service reads them. */
@NullMarked
package io.copytaster.cli.page;

import org.jspecify.annotations.NullMarked;
