/** Positions that mean the same outside Java: UTF-16 units to Unicode code points, and cuts that split no character. */
@NullMarked
package io.copytaster.text.offset;

import org.jspecify.annotations.NullMarked;
