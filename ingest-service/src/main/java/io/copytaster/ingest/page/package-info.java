/** Articles out of web pages that are fetched: robots.txt asked, bounds kept, and a page without an article told from one. */
@NullMarked
package io.copytaster.ingest.page;

import org.jspecify.annotations.NullMarked;
