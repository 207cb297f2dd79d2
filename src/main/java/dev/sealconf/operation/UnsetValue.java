package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.document.Revision;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.value.NodeAt;
import java.util.List;

/** Removes one value of a sealed file. All other bytes stay the same. */
public final class UnsetValue {
  private final World world;
  private final KeyRing keys;

  /** Opens and seals files with this key ring. */
  public UnsetValue(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * Returns the sealed file without what was at {@code path}.
   *
   * @param output the format of the result
   * @param idempotent whether a missing path changes nothing instead of failing with exit code 1
   */
  public byte[] run(
      Input input, Output output, Strictness strictness, TreePath path, boolean idempotent) {
    if (path.depth() == 0) {
      throw new UsageFailure.InvalidValue("the path is empty")
          .hint("paths look like [\"key\"][0][\"other\"]");
    }
    try (OpenedFile old = OpenedFile.open(world, keys, input, strictness)) {
      Document plain = old.editable();
      if (idempotent && NodeAt.search(plain.branches().get(0), path).isEmpty()) {
        Revision none = new Revision(plain, List.of());
        return old.opened().vouched()
            ? input.source().bytes()
            : old.reseal(old.edited(none.after()), none, output);
      }
      NodeAt.find(plain.branches().get(0), path);
      Revision revision = new Revision(plain, plain.format().unset(plain, path));
      Document edited = old.edited(revision.after());
      PolicyGuard.nothingLaidBare(plain, edited, old.metadata().selection(), path);
      return old.reseal(edited, revision, output);
    }
  }
}
