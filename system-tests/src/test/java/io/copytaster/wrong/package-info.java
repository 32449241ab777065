/** Built wrongly on purpose: each rule about rooms must find its violation here. */
@NullMarked
package io.copytaster.wrong;

import org.jspecify.annotations.NullMarked;
