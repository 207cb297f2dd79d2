package dev.sealconf.spring;

import dev.sealconf.SealconfOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataLocationResolver;
import org.springframework.boot.context.config.ConfigDataLocationResolverContext;
import org.springframework.boot.context.config.Profiles;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds the files that {@code sealconf:secrets.yaml} and {@code sealconf:classpath:secrets.yaml}
 * mean; for each active profile, such as {@code prod}, also {@code secrets-prod.yaml} beside it.
 * The properties {@code sealconf.age-key-file} and {@code sealconf.config} name a key file and a
 * {@code .sops.yaml}.
 */
public final class SealconfLocationResolver
    implements ConfigDataLocationResolver<SealconfResource> {
  private static final String PREFIX = "sealconf:";
  private static final String CLASS_PATH = "classpath:";

  private final ResourceLoader resources;

  /** Called by Spring Boot. */
  public SealconfLocationResolver(ResourceLoader resources) {
    this.resources = resources;
  }

  @Override
  public boolean isResolvable(
      ConfigDataLocationResolverContext context, ConfigDataLocation location) {
    return location.hasPrefix(PREFIX);
  }

  @Override
  public List<SealconfResource> resolve(
      ConfigDataLocationResolverContext context, ConfigDataLocation location) {
    return List.of(resource(context, location, path(location), false));
  }

  /** Files for a profile need not exist; a later profile overrides an earlier one. */
  @Override
  public List<SealconfResource> resolveProfileSpecific(
      ConfigDataLocationResolverContext context, ConfigDataLocation location, Profiles profiles) {
    List<SealconfResource> found = new ArrayList<>();
    for (String profile : profiles) {
      SealconfResource resource = resource(context, location, named(path(location), profile), true);
      if (isThere(resource)) {
        found.add(resource);
      }
    }
    return found;
  }

  private static String path(ConfigDataLocation location) {
    return location.getNonPrefixedValue(PREFIX);
  }

  private static SealconfResource resource(
      ConfigDataLocationResolverContext context,
      ConfigDataLocation location,
      String path,
      boolean forProfile) {
    boolean onClassPath = path.startsWith(CLASS_PATH);
    String name = onClassPath ? path.substring(CLASS_PATH.length()) : path;
    return new SealconfResource(
        onClassPath && name.startsWith("/") ? name.substring(1) : name,
        onClassPath,
        location.isOptional(),
        forProfile,
        options(context.getBinder()));
  }

  /** Returns options that find keys as the command does, unless two properties change that. */
  private static SealconfOptions options(Binder binder) {
    SealconfOptions options = SealconfOptions.DEFAULT;
    Optional<String> keyFile = property(binder, "sealconf.age-key-file");
    if (keyFile.isPresent()) {
      options = options.ageKeyFile(Path.of(keyFile.get()));
    }
    Optional<String> config = property(binder, "sealconf.config");
    return config.isPresent() ? options.config(Path.of(config.get())) : options;
  }

  private static Optional<String> property(Binder binder, String name) {
    return Optional.ofNullable(binder.bind(name, String.class).orElse(null));
  }

  private boolean isThere(SealconfResource resource) {
    return resource.onClassPath()
        ? resources.getResource(CLASS_PATH + resource.name()).exists()
        : Files.exists(Path.of(resource.name()));
  }

  /** Returns {@code a/secrets-prod.yaml} for {@code a/secrets.yaml} and {@code prod}. */
  private static String named(String path, String profile) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1
        ? path.substring(0, dot) + "-" + profile + path.substring(dot)
        : path + "-" + profile;
  }
}
