package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.SealconfException;
import dev.sealconf.operation.value.SameValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random edits of what the seal does not cover: every value stays, in its type and in the way it is
 * written, also after the file is written again, and no secret gets into what is clear.
 */
class LayoutEditsTest {
  private static final int SEEDS = 150;
  private static final Selection BY_KEYS = new Selection(Selection.Kind.ENCRYPTED_REGEX, "^\"?s");
  private static final Selection BY_COMMENTS =
      new Selection(Selection.Kind.ENCRYPTED_COMMENT_REGEX, "^ seal$");

  private record Case(String format, Rule rule, long seed) {}

  @Test
  void noEditOfTheLayoutChangesAValueOrItsSpelling() {
    List<Case> cases = new ArrayList<>();
    for (String format : List.of("yaml", "json", "dotenv", "ini")) {
      for (boolean macOnly : List.of(false, true)) {
        LongStream.range(0, SEEDS)
            .forEach(seed -> cases.add(new Case(format, new Rule(BY_KEYS, macOnly), seed)));
      }
      // In INI a comment decides of what follows its own key, as in SOPS: none to mark a first one.
      if (format.equals("yaml") || format.equals("dotenv")) {
        LongStream.range(0, SEEDS)
            .forEach(seed -> cases.add(new Case(format, new Rule(BY_COMMENTS, false), seed)));
      }
    }
    InParallel.each(cases, LayoutEditsTest::survives);
  }

  private static void survives(Case one) {
    boolean marked = one.rule().selection().equals(BY_COMMENTS);
    OddSpellings.File file = OddSpellings.of(one.format(), one.seed(), marked);
    Bench bench = Bench.seeded(one.seed());
    DocumentFormat format = file.sample().documentFormat();
    byte[] sealed = bench.encrypt(file.sample(), one.rule());
    byte[] edited = LayoutEdits.of(new Sample("sealed", one.format(), sealed), one.seed());
    same(file, opened(bench, edited, format), edited);

    byte[] set = edited;
    TreePath path = TreePath.ROOT;
    if (one.format().equals("ini")) {
      path = path.then(new TreePath.Key("new"));
    }
    set = bench.set(set, format, path.then(new TreePath.Key("c_new")), "\"x\"");
    byte[] rotated = bench.rotate(set, format);
    byte[] unset = bench.unset(rotated, format, path.then(new TreePath.Key("c_new")));
    for (byte[] written : List.of(set, rotated, unset)) {
      noSecretIn(file, written);
    }
    if (!one.format().equals("ini")) {
      same(file, bench.decrypt(unset, format), unset);
    }
  }

  private static byte[] opened(Bench bench, byte[] sealed, DocumentFormat format) {
    try {
      return bench.decrypt(sealed, format);
    } catch (SealconfException e) {
      throw new AssertionError(
          e.getMessage() + " " + e.location() + "\n" + new String(sealed, UTF_8), e);
    }
  }

  private static void same(OddSpellings.File file, byte[] plain, byte[] sealed) {
    DocumentFormat format = file.sample().documentFormat();
    List<MapNode> was = format.read(new SourceText("was", file.sample().bytes())).branches();
    List<MapNode> is = format.read(new SourceText("is", plain)).branches();
    String shown = new String(plain, UTF_8) + "\n--- sealed\n" + new String(sealed, UTF_8);
    assertThat(is).as(shown).hasSameSizeAs(was);
    for (int i = 0; i < was.size(); i++) {
      assertThat(SameValue.holds(was.get(i), is.get(i))).as(shown).isTrue();
    }
    String flat = flat(plain);
    for (OddSpellings.Written value : file.sealed()) {
      assertThat(flat).as("the spelling in\n%s", shown).contains(flat(value));
    }
  }

  private static String flat(OddSpellings.Written value) {
    return flat((value.key() + value.text()).getBytes(UTF_8));
  }

  /** Without blanks, and line ends of one kind. */
  private static String flat(byte[] file) {
    return new String(file, UTF_8).replaceAll("[ \\t\\r]", "");
  }

  private static void noSecretIn(OddSpellings.File file, byte[] sealed) {
    String clear = new String(sealed, UTF_8).replaceAll("ENC\\[[^]]*\\]|v1:[\\w-]+", "");
    for (OddSpellings.Written value : file.sealed()) {
      if (!value.text().startsWith("*") && !value.text().startsWith(">")) {
        assertThat(clear).doesNotContain(value.text());
      }
    }
  }
}
