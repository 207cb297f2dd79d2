package dev.sealconf.operation;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.envelope.SealOrder;
import dev.sealconf.envelope.Sealing;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.conversion.Conversion;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.Timestamps;
import java.util.List;
import java.util.Optional;

/**
 * A new data key that is already wrapped for all recipients of a recipe, so that sealing with it
 * needs neither keys nor the network. Closing it wipes the data key.
 */
public final class SealingKey implements AutoCloseable {
  private static final int DATA_KEY_BYTES = 32;

  private final World world;
  private final KeyRing keys;
  private final Recipe recipe;
  private final SecretBytes dataKey;
  private final List<WrappedGroup> groups;

  private SealingKey(
      World world, KeyRing keys, Recipe recipe, SecretBytes dataKey, List<WrappedGroup> groups) {
    this.world = world;
    this.keys = keys;
    this.recipe = recipe;
    this.dataKey = dataKey;
    this.groups = groups;
  }

  /**
   * Creates a data key and wraps it.
   *
   * @param name the file that it is for, as messages name it
   * @throws SealconfException with exit code 1 if a key can't wrap
   */
  public static SealingKey wrap(World world, KeyRing keys, Recipe recipe, String name) {
    Terms terms = recipe.terms();
    SecretBytes dataKey = SecretBytes.owning(world.entropy().bytes(DATA_KEY_BYTES));
    try {
      List<WrappedGroup> groups = keys.wrap(dataKey, terms.groups(), terms.threshold(), name);
      return new SealingKey(world, keys, recipe, dataKey, groups);
    } catch (RuntimeException e) {
      dataKey.close();
      throw e;
    }
  }

  /**
   * Returns the sealed file.
   *
   * @param plain the document read from the input
   * @throws SealconfException with exit code 23 if there is nothing to seal, with exit code 4 if
   *     the output's format can't hold it
   */
  public byte[] seal(Document plain, Input input, Output output) {
    boolean layoutKept = output.format() == input.format() && !output.reprint();
    DocumentFormat stored = output.format().sealedForm();
    SealOrder order = order(recipe.terms());
    return layoutKept && stored == input.format()
        ? sealing().seal(plain, order, Optional.empty(), recipe.allowNothingSealed())
        : new Conversion(sealing(), output.format(), output.indent())
            .seal(plain, order, recipe.allowNothingSealed());
  }

  /** Seals all of another document for the same recipients, and prints it in its own format. */
  public byte[] sealAll(Document plain) {
    Terms terms = recipe.terms();
    Terms all =
        new Terms(
            terms.groups(),
            terms.threshold(),
            Selection.UNSAID,
            false,
            Terms.SealPolicy.WHEN_NEEDED);
    return sealing().print(plain, plain.format(), Indent.DEFAULT, order(all), true);
  }

  /** A file with several groups always stores its threshold. */
  private SealOrder order(Terms terms) {
    Terms said =
        terms.groups().size() > 1 ? terms.withGroups(terms.groups(), terms.groupsNeeded()) : terms;
    String now = Timestamps.now(world.clock());
    return new SealOrder(dataKey, groups, said, Metadata.FORMAT_VERSION, now, true);
  }

  private Sealing sealing() {
    return new Sealing(world.entropy(), keys.providers());
  }

  @Override
  public void close() {
    dataKey.close();
  }
}
