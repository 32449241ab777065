/** Commands that read feeds and lists of feeds from files as ingest reads them, without any service. */
@NullMarked
package io.copytaster.cli.feeds;

import org.jspecify.annotations.NullMarked;
