/** The whole system on this machine: servers and services as separate processes. */
@NullMarked
package io.copytaster.cli.stack;

import org.jspecify.annotations.NullMarked;
