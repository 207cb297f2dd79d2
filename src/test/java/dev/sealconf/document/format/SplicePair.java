package dev.sealconf.document.format;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A file under {@code testdata/splice/FORMAT}: NAME.input, NAME.edit and what the input becomes by
 * the edit, NAME.output. An edit is a line {@code set PATH JSON} or {@code unset PATH}; the lines
 * are followed one after the other. The README there says so to anyone who adds one.
 */
public record SplicePair(
    String name, DocumentFormat format, String input, List<String> edit, String output) {
  private static final Path ROOT = Path.of("testdata/splice");

  static List<SplicePair> of(DocumentFormat format) {
    Path folder = ROOT.resolve(format.name());
    try (Stream<Path> files = Files.list(folder)) {
      List<SplicePair> pairs =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".input"))
              .map(file -> file.substring(0, file.length() - ".input".length()))
              .sorted()
              .map(name -> read(folder, name, format))
              .toList();
      if (pairs.isEmpty()) {
        throw new IllegalStateException("no pairs for " + format.name());
      }
      return pairs;
    } catch (IOException e) {
      throw new UncheckedIOException("no pairs for " + format.name(), e);
    }
  }

  private static SplicePair read(Path folder, String name, DocumentFormat format) {
    try {
      return new SplicePair(
          name,
          format.sealedForm(),
          Files.readString(folder.resolve(name + ".input")),
          Files.readAllLines(folder.resolve(name + ".edit")),
          Files.readString(folder.resolve(name + ".output")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SplicePair changed(String how, UnaryOperator<String> change) {
    return new SplicePair(
        name + " " + how,
        format,
        change.apply(input),
        edit.stream().map(change).toList(),
        change.apply(output));
  }

  Document document() {
    return parse(input);
  }

  Document parse(String text) {
    return format.read(new SourceText(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  String edited() {
    String text = input;
    for (String line : edit) {
      if (!line.isBlank() && !line.startsWith("#")) {
        Document document = parse(text);
        text = apply(document, splices(document, line));
      }
    }
    return text;
  }

  private static List<Splice> splices(Document document, String line) {
    int pathEnd = line.indexOf("] ") < 0 ? line.length() : line.indexOf("] ") + 1;
    TreePath path = path(line.substring(line.indexOf('['), pathEnd));
    DocumentFormat format = document.format();
    return line.startsWith("unset ")
        ? format.unset(document, path)
        : format.set(document, path, JsonValues.node(line.substring(pathEnd + 1)));
  }

  private static TreePath path(String text) {
    TreePath path = TreePath.ROOT;
    for (String part : text.substring(1, text.length() - 1).split("]\\[")) {
      path =
          path.then(
              part.startsWith("\"")
                  ? new TreePath.Key(part.substring(1, part.length() - 1))
                  : new TreePath.Index(Integer.parseInt(part)));
    }
    return path;
  }

  public static String apply(Document document, List<Splice> splices) {
    return new String(document.source().apply(splices), StandardCharsets.UTF_8);
  }

  /** The bytes after the splices, read again. */
  public static Document reread(Document document, List<Splice> splices) {
    SourceText source = document.source();
    return document.format().read(new SourceText(source.name(), source.apply(splices)));
  }

  /** The document with a metadata block. */
  static Document sealed(Document document, MapNode metadata) {
    return reread(document, new ArrayList<>(document.format().withMetadata(document, metadata)));
  }

  @Override
  public String toString() {
    return format.name() + "/" + name;
  }
}
