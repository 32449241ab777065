/** One spelling for what readers take as the same: case, accents, widths, look-alikes; every folded character knows where it came from. */
@NullMarked
package io.copytaster.text.fold;

import org.jspecify.annotations.NullMarked;
