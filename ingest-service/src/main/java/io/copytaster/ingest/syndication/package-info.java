/** Feeds in one shape: RSS, Atom, JSON Feed and news sitemaps, well-formed or not, as bytes in and entries out. */
@NullMarked
package io.copytaster.ingest.syndication;

import org.jspecify.annotations.NullMarked;
