/** Where the text of an article stands on its page: runs of text, the boxes around them, and the choice between them. */
@NullMarked
package io.copytaster.ingest.extract.body;

import org.jspecify.annotations.NullMarked;
