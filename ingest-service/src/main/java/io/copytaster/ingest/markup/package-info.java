/** What people read in markup: its plain text and the addresses that it links to; nothing of the markup itself goes on. */
@NullMarked
package io.copytaster.ingest.markup;

import org.jspecify.annotations.NullMarked;
