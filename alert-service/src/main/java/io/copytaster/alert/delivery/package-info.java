/** Brings alerts to endpoints: durable, leased, retried for days, one identity per message. */
@NullMarked
package io.copytaster.alert.delivery;

import org.jspecify.annotations.NullMarked;
