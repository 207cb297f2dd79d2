/**
 * Compares and merges plain documents by key: what was added, changed and removed between two, and
 * what two changes of a third come to. Places in lists count by position. Knows nothing of keys,
 * tokens or files: an edit and a merge of branches call it.
 */
package dev.sealconf.operation.merge;
