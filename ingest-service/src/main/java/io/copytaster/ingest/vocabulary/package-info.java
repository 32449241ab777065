/** What the elements of feeds mean, in whichever format: names and modules, languages and bases, texts, links, persons. */
@NullMarked
package io.copytaster.ingest.vocabulary;

import org.jspecify.annotations.NullMarked;
