package dev.sealconf.spring;

import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.SealedDocument;
import dev.sealconf.error.FileFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.springframework.boot.context.config.ConfigData;
import org.springframework.boot.context.config.ConfigDataLoader;
import org.springframework.boot.context.config.ConfigDataLoaderContext;
import org.springframework.boot.context.config.ConfigDataResourceNotFoundException;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Decrypts a file into properties in memory. Each document of a YAML file is a source of its own,
 * so that {@code spring.config.activate.on-profile} works in it; later ones override earlier ones.
 */
public final class SealconfLoader implements ConfigDataLoader<SealconfResource> {
  private final Log log;

  /** Called by Spring Boot. */
  public SealconfLoader(DeferredLogFactory logs) {
    this.log = logs.getLog(SealconfLoader.class);
  }

  @Override
  public ConfigData load(ConfigDataLoaderContext context, SealconfResource resource)
      throws IOException {
    SealedDocument document;
    try {
      document = read(resource);
    } catch (FileFailure.Missing e) {
      throw new ConfigDataResourceNotFoundException(resource, e);
    }
    List<PropertySource<?>> sources = new ArrayList<>();
    int number = 0;
    for (Map<String, String> values : document.asFlatMaps()) {
      String name = resource + (number++ == 0 ? "" : " document #" + number);
      sources.add(new MapPropertySource(name, Collections.unmodifiableMap(values)));
    }
    return new ConfigData(sources, source -> options(resource));
  }

  private static ConfigData.Options options(SealconfResource resource) {
    return resource.forProfile()
        ? ConfigData.Options.of(ConfigData.Option.PROFILE_SPECIFIC)
        : ConfigData.Options.NONE;
  }

  private SealedDocument read(SealconfResource resource) throws IOException {
    SealconfOptions options = resource.options().warnings(log::warn);
    if (!resource.onClassPath()) {
      return Sealconf.read(Path.of(resource.name()), options);
    }
    ClassPathResource found = new ClassPathResource(resource.name());
    if (!found.exists()) {
      throw new ConfigDataResourceNotFoundException(resource);
    }
    try (InputStream stream = found.getInputStream()) {
      return Sealconf.read(stream, resource.name(), options);
    }
  }
}
