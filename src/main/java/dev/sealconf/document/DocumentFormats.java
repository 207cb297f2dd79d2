package dev.sealconf.document;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The formats there are, found as services. */
public final class DocumentFormats {
  private final List<DocumentFormat> formats;

  public DocumentFormats() {
    formats =
        ServiceLoader.load(DocumentFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted((a, b) -> Integer.compare(a.rank(), b.rank()))
            .toList();
  }

  public List<DocumentFormat> all() {
    return formats;
  }

  /** The format that claims this file name; the last one claims every name. */
  public DocumentFormat forFile(String fileName) {
    return formats.stream().filter(f -> f.claims(fileName)).findFirst().orElseThrow();
  }

  /** The format that claims this file, given what it holds. */
  public DocumentFormat forFile(String fileName, byte[] content) {
    return formats.stream().filter(f -> f.claims(fileName, content)).findFirst().orElseThrow();
  }

  /**
   * The format of this name, such as {@code yaml}.
   *
   * @throws SealconfException if there is none
   */
  public DocumentFormat named(String name) {
    return formats.stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new SealconfException(
                        ExitCode.CONFLICTING_PARAMETERS,
                        "there is no file type " + Printable.quote(name))
                    .hint(
                        "use one of "
                            + formats.stream()
                                .map(DocumentFormat::name)
                                .collect(Collectors.joining(", "))));
  }
}
