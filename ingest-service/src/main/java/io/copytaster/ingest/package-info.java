/** Takes articles in from feeds and over HTTP and publishes {@code ArticleIngested}. */
@NullMarked
package io.copytaster.ingest;

import org.jspecify.annotations.NullMarked;
