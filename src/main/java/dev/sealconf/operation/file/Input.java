package dev.sealconf.operation.file;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;

/** A file to work on: its bytes, its name in messages, and its format. */
public record Input(SourceText source, DocumentFormat format) {}
