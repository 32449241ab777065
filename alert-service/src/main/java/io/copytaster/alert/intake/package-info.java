/** The HTTP door: watches, alerts, endpoints and deliveries of the caller. */
@NullMarked
package io.copytaster.alert.intake;

import org.jspecify.annotations.NullMarked;
