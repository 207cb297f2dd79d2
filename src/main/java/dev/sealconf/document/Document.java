package dev.sealconf.document;

import dev.sealconf.document.tree.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * A file as read: its bytes, its tree and the metadata block apart from the tree.
 *
 * @param format the format that read it, and that writes its splices
 * @param branches the data, one map a document of the file, without the metadata entry; only YAML
 *     has ever a number other than one
 * @param metadata the {@code sops} block as a nested tree, whatever way the format stores it; with
 *     the spans of its leaves
 * @param duplicate the first repeated key or section, in the metadata too: readers disagree on
 *     which one counts, so no such file is sealed or opened
 */
public record Document(
    DocumentFormat format,
    SourceText source,
    List<MapNode> branches,
    Optional<MapNode> metadata,
    Optional<Duplicate> duplicate) {}
