/**
 * Compares and merges plain documents key by key: what was added, changed and removed between two
 * versions, and what two changed versions of a third combine to. Places in lists are positions.
 * Knows nothing about keys, tokens or files. Edits and branch merges call it.
 */
package dev.sealconf.operation.merge;
