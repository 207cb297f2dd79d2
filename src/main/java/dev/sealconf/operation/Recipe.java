package dev.sealconf.operation;

import dev.sealconf.envelope.metadata.Terms;

/**
 * How to make a new sealed file: the combination of flags, environment and creation rule.
 *
 * @param reuse whether a file that replaces its previous sealed form keeps the data key even if
 *     sealed values changed
 * @param allowNothingSealed whether a rule that selects no value is allowed
 */
public record Recipe(Terms terms, boolean reuse, boolean allowNothingSealed) {}
