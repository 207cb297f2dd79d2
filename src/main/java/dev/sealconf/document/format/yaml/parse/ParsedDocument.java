package dev.sealconf.document.format.yaml.parse;

import java.util.List;

/**
 * One document of a file.
 *
 * @param marker the start of its {@code ---}, or of the file's text
 * @param start the end of its {@code ---}
 * @param end the start of the next marker, or the end of the file
 */
public record ParsedDocument(
    ParsedNode root,
    List<CommentLine> head,
    List<CommentLine> foot,
    int marker,
    int start,
    int end) {}
