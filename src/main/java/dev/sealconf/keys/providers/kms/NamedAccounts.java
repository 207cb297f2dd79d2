package dev.sealconf.keys.providers.kms;

import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The AWS accounts that the user's environment names: in {@code AWS_ACCOUNT_ID}, in the role in
 * {@code AWS_ROLE_ARN}, or in the role or account of the profile that {@code AWS_PROFILE} selects.
 */
public final class NamedAccounts {
  private static final String PROFILE = "AWS_PROFILE";

  private final World world;

  /** Uses the environment of this world. */
  public NamedAccounts(World world) {
    this.world = world;
  }

  /**
   * Returns whether the environment names the account of a key. The answer is no for a key with a
   * role, or with a profile that {@code AWS_PROFILE} doesn't select, because only the file chose
   * those.
   */
  public boolean name(KmsKey key) {
    boolean profile =
        key.profile().isEmpty() || world.variable(PROFILE).equals(Optional.of(key.profile()));
    return profile && key.role().isEmpty() && accounts().contains(KmsKey.account(key.arn()));
  }

  private List<String> accounts() {
    List<String> accounts = new ArrayList<>();
    world.variable("AWS_ACCOUNT_ID").ifPresent(accounts::add);
    world.variable("AWS_ROLE_ARN").ifPresent(role -> accounts.add(KmsKey.account(role)));
    world.variable(PROFILE).ifPresent(profile -> addOf(profile, accounts));
    accounts.remove("");
    return accounts;
  }

  private void addOf(String profile, List<String> accounts) {
    String header = profile.equals("default") ? "[default]" : "[profile " + profile + "]";
    boolean inside = false;
    for (String line : config()) {
      String text = line.strip();
      if (text.startsWith("[")) {
        inside = text.equals(header);
      } else if (inside && text.contains("=")) {
        String value = text.substring(text.indexOf('=') + 1).strip();
        switch (text.substring(0, text.indexOf('=')).strip()) {
          case "role_arn" -> accounts.add(KmsKey.account(value));
          case "sso_account_id", "aws_account_id" -> accounts.add(value);
          default -> {}
        }
      }
    }
  }

  private List<String> config() {
    Optional<Path> file =
        world
            .variable("AWS_CONFIG_FILE")
            .map(world::resolve)
            .or(() -> UserFolders.home(world).map(home -> home.resolve(".aws/config")));
    try {
      return file.isPresent() ? Files.readAllLines(file.get()) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
