/** The follower's door: reads our own stream back and repairs what a crash left unremembered. */
@NullMarked
package io.copytaster.ingest.listen;

import org.jspecify.annotations.NullMarked;
