/** Hosts: how many requests each one gets at a time and how far apart, from all instances together. */
@NullMarked
package io.copytaster.ingest.host;

import org.jspecify.annotations.NullMarked;
