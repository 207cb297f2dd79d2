package dev.sealconf.document;

import dev.sealconf.document.tree.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * A file as read: its bytes, its tree, and the metadata block, which is not part of the tree.
 *
 * @param format the format that read it and writes its splices
 * @param branches the data, one map per document of the file, without the metadata entry; only YAML
 *     can have a number of documents other than one
 * @param metadata the {@code sops} block as a nested tree, however the format stores it; its leaves
 *     have spans
 * @param duplicate the first repeated key or section, including the metadata's; readers disagree on
 *     which one counts, so such a file is neither sealed nor opened
 */
public record Document(
    DocumentFormat format,
    SourceText source,
    List<MapNode> branches,
    Optional<MapNode> metadata,
    Optional<Duplicate> duplicate) {}
