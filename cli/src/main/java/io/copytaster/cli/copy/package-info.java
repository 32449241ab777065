/** The command that sorts articles into copy groups, without any service. */
@NullMarked
package io.copytaster.cli.copy;

import org.jspecify.annotations.NullMarked;
