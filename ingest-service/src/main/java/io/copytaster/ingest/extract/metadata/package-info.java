/** What a page states about its article: headline, byline, dates, language, site and canonical URL, in an order of trust. */
@NullMarked
package io.copytaster.ingest.extract.metadata;

import org.jspecify.annotations.NullMarked;
