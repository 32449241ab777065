/** Where the running system is, and how its HTTP interfaces are asked. */
@NullMarked
package io.copytaster.cli.reach;

import org.jspecify.annotations.NullMarked;
