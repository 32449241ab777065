/** Finds which watches an article fits, decides who is told, and delivers. */
@NullMarked
package io.copytaster.alert;

import org.jspecify.annotations.NullMarked;
