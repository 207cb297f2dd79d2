package dev.sealconf.document.format.yaml.parse;

import java.util.List;

/**
 * One document of a file.
 *
 * @param marker where its {@code ---} begins, or where the file's text does
 * @param start behind its {@code ---}
 * @param end where the next marker begins, or the end of the file
 */
public record ParsedDocument(
    ParsedNode root,
    List<CommentLine> head,
    List<CommentLine> foot,
    int marker,
    int start,
    int end) {}
