/** The tags of an article as readers of JSON see them, over HTTP and on the command line alike. */
@NullMarked
package io.copytaster.enrichment.answer;

import org.jspecify.annotations.NullMarked;
