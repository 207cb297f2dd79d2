package dev.sealconf.envelope;

import dev.sealconf.document.Alias;

/**
 * An alias on the way to a place.
 *
 * @param depth the number of steps of the alias's own path
 */
record Reference(Alias alias, int depth) {}
