package dev.sealconf.spring;

import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.SealedDocument;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.logging.Log;
import org.springframework.boot.context.config.ConfigData;
import org.springframework.boot.context.config.ConfigDataLoader;
import org.springframework.boot.context.config.ConfigDataLoaderContext;
import org.springframework.boot.context.config.ConfigDataResourceNotFoundException;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;

/**
 * Decrypts a file into properties in memory. Each document of a YAML file is a source of its own,
 * so that {@code spring.config.activate.on-profile} works in it; later ones override earlier ones.
 */
public final class SealconfLoader implements ConfigDataLoader<SealconfResource> {
  /** The start of a placeholder that isn't escaped, or of an expression, which @Value evaluates. */
  private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\\\)\\$\\{|#\\{");

  private final Log log;

  /** Called by Spring Boot. */
  public SealconfLoader(DeferredLogFactory logs) {
    this.log = logs.getLog(SealconfLoader.class);
  }

  @Override
  public ConfigData load(ConfigDataLoaderContext context, SealconfResource resource)
      throws IOException {
    SealedDocument document = read(resource);
    List<PropertySource<?>> sources = new ArrayList<>();
    int number = 0;
    for (Map<String, String> values : document.asFlatMaps()) {
      String name = resource + (number++ == 0 ? "" : " document #" + number);
      sources.add(EncryptedSource.of(name, resource, values));
      warn(resource, values);
    }
    return new ConfigData(sources, source -> options(resource));
  }

  private static ConfigData.Options options(SealconfResource resource) {
    return resource.forProfile()
        ? ConfigData.Options.of(ConfigData.Option.PROFILE_SPECIFIC)
        : ConfigData.Options.NONE;
  }

  /** Names the values that Spring changes, because they contain text with a meaning for it. */
  private void warn(SealconfResource resource, Map<String, String> values) {
    values.forEach(
        (name, value) -> {
          if (value != null && PLACEHOLDER.matcher(value).find()) {
            log.warn(
                Printable.plain(resource + ": the value of " + name)
                    + " contains ${ or #{, which Spring replaces"
                    + " (to keep ${, write \\${ in the file)");
          }
        });
  }

  private SealedDocument read(SealconfResource resource) throws IOException {
    SealconfOptions options = resource.options().warnings(log::warn);
    Optional<Resource> onClassPath = resource.onClassPath();
    return onClassPath.isPresent()
        ? read(resource, onClassPath.get(), options)
        : readFile(resource, options);
  }

  /** Only the file itself may be missing, not one that it needs, such as a key file. */
  private static SealedDocument readFile(SealconfResource resource, SealconfOptions options) {
    Path file = Path.of(resource.name());
    try {
      SealedDocument document = Sealconf.read(file, options);
      if (resource.isValidated() && !resource.forProfile()) {
        Sealconf.validate(List.of(file), options);
      }
      return document;
    } catch (FileFailure.Missing e) {
      if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new ConfigDataResourceNotFoundException(resource, e);
      }
      throw e;
    }
  }

  private static SealedDocument read(
      SealconfResource resource, Resource found, SealconfOptions options) throws IOException {
    if (!found.exists()) {
      String message =
          "there is no resource " + Printable.quote(resource.name()) + " on the class path";
      throw new ConfigDataResourceNotFoundException(resource, new FileFailure.Missing(message, ""));
    }
    try (InputStream stream = found.getInputStream()) {
      return Sealconf.read(stream, resource.name(), options);
    }
  }
}
