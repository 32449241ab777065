/** What sites ask of programs that read them: their robots.txt files, kept for a day and obeyed. */
@NullMarked
package io.copytaster.ingest.robots;

import org.jspecify.annotations.NullMarked;
