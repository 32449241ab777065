/** Members of copy groups: every new article of the last days with its group, as all instances share them. */
@NullMarked
package io.copytaster.ingest.copymember;

import org.jspecify.annotations.NullMarked;
