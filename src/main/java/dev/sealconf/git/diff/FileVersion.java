package dev.sealconf.git.diff;

import dev.sealconf.document.Document;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.operation.file.FileAccess;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a file, as far as it can be read here.
 *
 * @param text its plain text; if it was not decrypted, the encrypted text without its metadata
 * @param document the same as values; empty if it is one value as a whole, or not in its format
 * @param whole whether the text is one value
 * @param selections what any of them selects is secret
 * @param access who can decrypt it; empty if it was not encrypted
 * @param failure why it was not decrypted, in no need of quoting
 */
record FileVersion(
    byte[] text,
    Optional<Document> document,
    boolean whole,
    Set<Selection> selections,
    Optional<FileAccess> access,
    Optional<String> failure) {}
