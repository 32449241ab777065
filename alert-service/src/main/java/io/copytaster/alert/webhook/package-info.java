/** Makes one signed request of a message, and says what the answer means. */
@NullMarked
package io.copytaster.alert.webhook;

import org.jspecify.annotations.NullMarked;
