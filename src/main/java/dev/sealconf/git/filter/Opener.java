package dev.sealconf.git.filter;

import dev.sealconf.error.Printable;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;

/** Opens blobs with the keys of this machine. May be used from several threads. */
final class Opener {
  private final World world;
  private final KeyRing keys;
  private final RuleRecipes rules;
  private final Repository repository;

  Opener(World world, KeyRing keys, RuleRecipes rules, Repository repository) {
    this.world = world;
    this.keys = keys;
    this.rules = rules;
    this.repository = repository;
  }

  /**
   * Opens an encrypted blob.
   *
   * @throws dev.sealconf.error.SealconfException if there is no key, or the blob was changed
   */
  OpenedFile open(GitPath path, Input input) {
    return OpenedFile.open(world, keys, input, rules.strictness(repository.file(path.text())));
  }

  /** Returns the file of the work tree that an opened blob stands for. */
  static byte[] workText(OpenedFile opened) {
    return RawText.in(opened.tree())
        .map(RawText::text)
        .orElseGet(() -> opened.plain().source().bytes());
  }

  /** Returns a path in messages. */
  static String shown(GitPath path) {
    return Printable.quote(path.text());
  }
}
