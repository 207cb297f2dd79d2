package dev.sealconf.spring;

import dev.sealconf.error.Printable;
import java.util.Collections;
import java.util.Map;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The decrypted values of a file as a property source. Origins name only the file. */
sealed interface EncryptedSource extends OriginLookup<String> {

  /** The file that a property comes from. */
  record FileOrigin(String file) implements Origin {
    @Override
    public String toString() {
      return Printable.plain(file);
    }
  }

  /** Returns the values as a source with this name. {@code file} is what messages show. */
  static PropertySource<?> of(String name, SealconfResource file, Map<String, String> values) {
    FileOrigin origin = new FileOrigin(file.toString());
    Map<String, Object> all = Collections.unmodifiableMap(values);
    return isEnvFile(file.name())
        ? new Variables(name + "-systemEnvironment", origin, all)
        : new Properties(name, origin, all);
  }

  /** Returns the file that all properties come from. */
  FileOrigin file();

  /** Returns whether there is a property with this name. */
  boolean containsProperty(String name);

  @Override
  default Origin getOrigin(String key) {
    return containsProperty(key) ? file() : null;
  }

  /** Returns whether a path names an ENV file: {@code .env}, {@code a.env}, {@code .env.prod}. */
  static boolean isEnvFile(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.endsWith(".env") || last.startsWith(".env.");
  }

  /** The values never change, so Spring Boot may keep what it made of them. */
  @Override
  default boolean isImmutable() {
    return true;
  }

  /** Returns whether the environment has values of an encrypted file. */
  static boolean isIn(Environment environment) {
    return environment instanceof ConfigurableEnvironment all
        && all.getPropertySources().stream().anyMatch(EncryptedSource.class::isInstance);
  }

  /** Properties that have the names of their keys. */
  final class Properties extends MapPropertySource implements EncryptedSource {
    private final FileOrigin origin;

    private Properties(String name, FileOrigin origin, Map<String, Object> values) {
      super(name, values);
      this.origin = origin;
    }

    @Override
    public FileOrigin file() {
      return origin;
    }
  }

  /**
   * Properties with the names of variables. Spring binds {@code DB_PASSWORD} to {@code db.password}
   * only in a source of this type whose name ends in {@code -systemEnvironment}.
   */
  final class Variables extends SystemEnvironmentPropertySource implements EncryptedSource {
    private final FileOrigin origin;

    private Variables(String name, FileOrigin origin, Map<String, Object> values) {
      super(name, values);
      this.origin = origin;
    }

    @Override
    public FileOrigin file() {
      return origin;
    }
  }
}
