package dev.sealconf.spring;

import dev.sealconf.SealconfOptions;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataResource;
import org.springframework.core.io.Resource;

/** An encrypted file, or an encrypted resource on the class path, that Spring Boot imports. */
public final class SealconfResource extends ConfigDataResource {
  private final String name;
  private final Resource onClassPath;
  private final boolean forProfile;
  private final SealconfOptions options;
  private final boolean validated;

  SealconfResource(
      String name,
      Resource onClassPath,
      boolean optional,
      boolean forProfile,
      SealconfOptions options,
      boolean validated) {
    super(optional);
    this.options = options;
    this.validated = validated;
    this.name = name;
    this.onClassPath = onClassPath;
    this.forProfile = forProfile;
  }

  /** Returns the path of the file, or the name of the resource without a slash in front. */
  String name() {
    return name;
  }

  /** Returns the resource on the class path, or nothing if this is a file. */
  Optional<Resource> onClassPath() {
    return Optional.ofNullable(onClassPath);
  }

  /** Returns whether the file is only for one profile, such as {@code secrets-prod.yaml}. */
  boolean forProfile() {
    return forProfile;
  }

  /** Returns whether required keys are checked. */
  boolean isValidated() {
    return validated;
  }

  /** Returns how keys are found. */
  SealconfOptions options() {
    return options;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealconfResource resource
        && name.equals(resource.name)
        && Objects.equals(onClassPath, resource.onClassPath);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, onClassPath);
  }

  @Override
  public String toString() {
    return "sealconf:" + (onClassPath == null ? "" : "classpath:") + name;
  }
}
