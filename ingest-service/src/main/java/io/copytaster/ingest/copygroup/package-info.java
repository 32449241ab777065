/** Copy groups: which earlier article a newcomer is a copy of, and the founder whose id all copies of a text share. */
@NullMarked
package io.copytaster.ingest.copygroup;

import org.jspecify.annotations.NullMarked;
