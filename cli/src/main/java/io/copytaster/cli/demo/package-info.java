/** Sample articles, watches that fit them, and the first alert. */
@NullMarked
package io.copytaster.cli.demo;

import org.jspecify.annotations.NullMarked;
