/** The three promises as objects: nothing is lost, order holds per key, an alert is raised once. */
@NullMarked
package io.copytaster.systemtests.guarantee;

import org.jspecify.annotations.NullMarked;
