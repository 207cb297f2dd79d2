package dev.sealconf.config;

import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.file.FileOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether to trust a configuration file that was found and not named by the user. Anyone
 * can put one into a folder such as {@code /tmp}, above other users' folders. The file must belong
 * to the user, to root, to the user who called {@code sudo}, or to the owner of the repository that
 * the user is working in ({@code docs/security.md §recipients}).
 */
final class Provenance {
  private static final int ROOT = 0;
  private static final String SUDO = "SUDO_UID";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final World world;
  private final Path file;
  private final String name;

  /**
   * Checks one file.
   *
   * @param name the file's name in messages
   */
  Provenance(World world, Path file, String name) {
    this.world = world;
    this.file = file;
    this.name = name;
  }

  /**
   * Returns the identity and owner of a trusted file. Compare the results before and after reading
   * the file.
   *
   * @param start the folder where the search started
   * @throws SealconfException a {@code ConfigFailure.Invalid} if it isn't a regular file, or
   *     belongs to another user
   */
  List<Object> require(Path start) {
    try {
      if (!Files.isRegularFile(file)) {
        throw refused(
            Files.isDirectory(file)
                ? "the configuration file is a folder"
                : "the configuration file is not a regular file");
      }
      List<Object> identity = new ArrayList<>();
      for (LinkOption[] options : List.of(new LinkOption[] {LinkOption.NOFOLLOW_LINKS}, none())) {
        Optional<Integer> owner = FileOwner.of(file, options);
        if (owner.isPresent()
            && !isTrusted(owner.get())
            && !ownsTheRepository(owner.get(), start)) {
          throw foreign(owner.get());
        }
        identity.add(Files.getAttribute(file, "fileKey", options));
        identity.add(owner);
      }
      return identity;
    } catch (IOException e) {
      throw refused("the configuration file can't be read").from(e);
    }
  }

  private static LinkOption[] none() {
    return new LinkOption[0];
  }

  /**
   * Trusts the user and root. If the program runs as root, also trusts the user who called {@code
   * sudo}.
   */
  private boolean isTrusted(int owner) {
    Optional<Integer> me = FileOwner.ofProcess();
    if (owner == ROOT || me.isEmpty() || me.get() == owner) {
      return true;
    }
    String before = world.environment().getOrDefault(SUDO, "");
    return me.get() == ROOT
        && NUMBER.matcher(before).matches()
        && Integer.parseInt(before) == owner;
  }

  /**
   * Returns whether the folder that contains {@code .git} belongs to the owner, and the user is
   * inside it.
   */
  private boolean ownsTheRepository(int owner, Path start) throws IOException {
    Path root = file.getParent();
    while (root != null && !Files.exists(root.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
      root = root.getParent();
    }
    if (root == null || !start.startsWith(root)) {
      return false;
    }
    for (Path folder = start; folder.startsWith(root); folder = folder.getParent()) {
      int of = FileOwner.of(folder).orElse(owner);
      if (of != owner && (of != ROOT || folder.equals(root))) {
        return false;
      }
      if (folder.getParent() == null) {
        break;
      }
    }
    return true;
  }

  private SealconfException foreign(int owner) {
    return refused("the configuration file belongs to another user (id " + owner + ")")
        .hint("if you trust it, name it: --config " + Printable.word(name))
        .hint("or for all commands: export SOPS_CONFIG=" + Printable.word(file.toString()));
  }

  /** Returns the failure for a file that can't be read or isn't trusted. */
  SealconfException refused(String message) {
    return new ConfigFailure.Invalid(message).at(Location.of(name));
  }
}
