package dev.sealconf.operation;

import dev.sealconf.envelope.metadata.Terms;

/**
 * How to make a new sealed file: what flags, environment and creation rule come to.
 *
 * @param reuse whether a file that replaces its previous sealed form keeps the data key although
 *     sealed values changed
 * @param allowNothingSealed whether a rule that selects no value is accepted
 */
public record Recipe(Terms terms, boolean reuse, boolean allowNothingSealed) {}
