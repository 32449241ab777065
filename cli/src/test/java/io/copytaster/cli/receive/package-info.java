/** A webhook receiver that verifies what arrives. */
@NullMarked
package io.copytaster.cli.receive;

import org.jspecify.annotations.NullMarked;
