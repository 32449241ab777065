/** Tests. */
@NullMarked
package io.copytaster.cli.copy;

import org.jspecify.annotations.NullMarked;
