/** The whole system as processes: the three servers, the three services, a webhook receiver, and a client. */
@NullMarked
package io.copytaster.systemtests.stack;

import org.jspecify.annotations.NullMarked;
