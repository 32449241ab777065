/** The schema registry as we use it: ids for schemas and schemas for ids, learned once and kept through its outages. */
@NullMarked
package io.copytaster.registry;

import org.jspecify.annotations.NullMarked;
