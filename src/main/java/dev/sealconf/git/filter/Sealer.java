package dev.sealconf.git.filter;

import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.EditText;
import dev.sealconf.operation.Encrypt;
import dev.sealconf.operation.Recipe;
import dev.sealconf.operation.SameRecipe;
import dev.sealconf.operation.SealingKey;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Output;
import java.util.Optional;

/** Encrypts files of the work tree: as the next version of a blob, as new files, or whole. */
final class Sealer {
  private final World world;
  private final KeyRing keys;
  private final RuleRecipes rules;
  private final Repository repository;

  Sealer(World world, KeyRing keys, RuleRecipes rules, Repository repository) {
    this.world = world;
    this.keys = keys;
    this.rules = rules;
    this.repository = repository;
  }

  /**
   * Returns how a new file at this path is encrypted.
   *
   * @throws SealconfException if no rule says so
   */
  Recipe recipe(GitPath path, Input input) {
    return rules.recipe(repository.file(path.text()), input.format());
  }

  /** Returns how a blob is encrypted, for a path without a rule. */
  static Recipe like(Terms terms) {
    return new Recipe(terms, false, true);
  }

  /** Returns whether an encrypted file was made by a recipe. */
  boolean fits(Recipe recipe, Metadata metadata) {
    return SameRecipe.holds(recipe.terms(), metadata, keys.providers());
  }

  /**
   * Returns the next version of an opened blob: values that stayed keep their tokens.
   *
   * @throws FileFailure if the text isn't in its format
   * @throws SealingFailure if the text can't be encrypted value by value
   * @throws Refusal if a value would stay in clear that a rule wants encrypted
   */
  byte[] next(GitPath path, OpenedFile base, Input work) {
    return new EditText(world)
        .run(
            base,
            base.plain(),
            work.source().bytes(),
            output(base.input()),
            rules.policy(repository.file(path.text())))
        .bytes();
  }

  /**
   * Returns a new encrypted file.
   *
   * @throws FileFailure if the text isn't in its format
   * @throws SealingFailure if the text can't be encrypted value by value
   */
  byte[] fresh(Input work, Recipe recipe) {
    return new Encrypt(world, keys).run(work, output(work), recipe, Optional.empty());
  }

  /** Returns an encrypted file that holds a text whole. */
  byte[] whole(Input work, RawText.Reason reason, Recipe recipe) {
    SourceText source = work.source();
    try (SealingKey key = SealingKey.wrap(world, keys, recipe, source.name())) {
      return key.sealAll(
          new RawText(reason, source.bytes()).document(work.format(), source.name()));
    }
  }

  private static Output output(Input input) {
    return new Output(input.format(), Indent.DEFAULT, false);
  }
}
