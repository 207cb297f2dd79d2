package dev.sealconf.operation;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.KeyGroup;
import java.util.List;

/**
 * How to make a new sealed file: the outcome of flags, environment and creation rule.
 *
 * @param threshold groups needed to open it, 0 if not said
 * @param macOnlyEncrypted whether the MAC covers sealed values only
 * @param seal whether the {@code sealconf} field is written
 * @param reuse whether a file that replaces its previous sealed form keeps the data key although
 *     sealed values changed
 * @param allowNothingSealed whether a rule that selects no value is accepted
 */
public record Recipe(
    List<KeyGroup> groups,
    int threshold,
    Selection selection,
    boolean macOnlyEncrypted,
    boolean seal,
    boolean reuse,
    boolean allowNothingSealed) {}
