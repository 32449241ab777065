/** Keeps where a subscriber wants to be told: the URL, its signing secret, and whether it is in use. */
@NullMarked
package io.copytaster.alert.endpoint;

import org.jspecify.annotations.NullMarked;
