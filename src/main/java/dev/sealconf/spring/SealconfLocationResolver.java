package dev.sealconf.spring;

import dev.sealconf.SealconfOptions;
import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataLocationResolver;
import org.springframework.boot.context.config.ConfigDataLocationResolverContext;
import org.springframework.boot.context.config.Profiles;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds the files that {@code sealconf:secrets.yaml} and {@code sealconf:classpath:secrets.yaml}
 * mean; for each active profile, such as {@code prod}, also {@code secrets-prod.yaml} beside it.
 * The properties {@code sealconf.age-key-file} and {@code sealconf.config} name a key file and a
 * {@code .sops.yaml}; {@code sealconf.template} and {@code sealconf.validate} require keys.
 */
public final class SealconfLocationResolver
    implements ConfigDataLocationResolver<SealconfResource> {
  private static final String PREFIX = "sealconf:";
  private static final String CLASS_PATH = "classpath:";
  private static final String TEMPLATE = "sealconf.template";
  private static final String VALIDATE = "sealconf.validate";

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
    String path = location.getNonPrefixedValue(PREFIX);
    if (name(path).isBlank()) {
      throw new UsageFailure.NoFile(
              "the import " + Printable.quote(location + "") + " names no file")
          .hint("add the name of the file, such as sealconf:secrets.yaml");
    }
    if (path.contains("*")) {
      throw new UsageFailure.Mistake(
              "the import " + Printable.quote(location + "") + " contains *, which isn't supported")
          .hint("import each file by its name, separated by commas");
    }
    checkPath(name(path), "the import " + Printable.quote(location + ""));
    return path;
  }

  /** Returns the path without {@code classpath:/} in front. */
  private static String name(String path) {
    return path.replaceFirst("^" + CLASS_PATH + "/?", "");
  }

  private static Path checkPath(String path, String what) {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new UsageFailure.InvalidValue(what + " is not the path of a file");
    }
  }

  private SealconfResource resource(
      ConfigDataLocationResolverContext context,
      ConfigDataLocation location,
      String path,
      boolean forProfile) {
    boolean onClassPath = path.startsWith(CLASS_PATH);
    String name = name(path);
    Binder binder = context.getBinder();
    Optional<Path> template = file(binder, TEMPLATE);
    SealconfOptions options = options(binder);
    boolean validated = binder.bind(VALIDATE, Boolean.class).orElse(template.isPresent());
    return new SealconfResource(
        name,
        onClassPath ? resources.getResource(CLASS_PATH + name) : null,
        location.isOptional(),
        forProfile,
        template.isPresent() ? options.template(template.get()) : options,
        validated && !onClassPath);
  }

  /** Returns options that find keys as the command does, unless two properties change that. */
  private static SealconfOptions options(Binder binder) {
    SealconfOptions options = SealconfOptions.DEFAULT;
    Optional<Path> keyFile = file(binder, "sealconf.age-key-file");
    if (keyFile.isPresent()) {
      options = options.ageKeyFile(keyFile.get());
    }
    Optional<Path> config = file(binder, "sealconf.config");
    return config.isPresent() ? options.config(config.get()) : options;
  }

  private static Optional<Path> file(Binder binder, String property) {
    String path = binder.bind(property, String.class).orElse(null);
    if (path == null) {
      return Optional.empty();
    }
    if (path.isBlank()) {
      throw new UsageFailure.InvalidValue("the property " + property + " is empty")
          .hint("name a file, or remove the property");
    }
    return Optional.of(checkPath(path, "the value of the property " + property));
  }

  /** A link to a file that doesn't exist is there, too, so that it fails. */
  private static boolean isThere(SealconfResource resource) {
    return resource
        .onClassPath()
        .map(Resource::exists)
        .orElseGet(() -> !Files.notExists(Path.of(resource.name()), LinkOption.NOFOLLOW_LINKS));
  }

  /** Returns {@code secrets-prod.yaml} for {@code secrets.yaml}, and {@code .env.prod}. */
  private static String named(String path, String profile) {
    int dot = path.lastIndexOf('.');
    if (path.substring(path.lastIndexOf('/') + 1).startsWith(".env")) {
      return path + "." + profile;
    }
    return dot > path.lastIndexOf('/') + 1
        ? path.substring(0, dot) + "-" + profile + path.substring(dot)
        : path + "-" + profile;
  }
}
