package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Comments of INI files that SOPS keeps in its own files survive in ours, where they stand. */
class IniCommentsTest {
  private static final List<String> FILES =
      List.of(
          "[s]\n# above\nk = v # inline\n",
          "[s]\n# above\n; more\nk = v # inline\nj = w ; other\n",
          "; above\n[s] ; behind\nk = v\n",
          "[s] ; behind\n; key\nk = v # inline\n",
          "[s];behind\nk = v\n[t]  # behind\nk = v\n",
          "[s]\nb = \"\"\"x\ny\"\"\" ; behind\nd = 1\n",
          "[s]\nb = `x\ny` ; behind\nd = 1\n",
          "[s] ; empty\n\n[t]\nk = 1\n",
          "# first\nk = syntax \"#4a272f\"\n");

  private static final Sample PLAIN = new Sample("comments.ini", "ini", new byte[0]);

  @ParameterizedTest
  @EnumSource(names = "SOPS_3_13")
  void sopsPrintsTheSameCommentsAsForItsOwnFile(Peers peer, @TempDir Path folder) {
    Sops sops = new Sops(peer, folder);
    InParallel.each(
        FILES,
        text -> {
          Sample plain = new Sample("comments.ini", "ini", text.getBytes(UTF_8));
          byte[] sealed = Bench.seeded(text.hashCode()).encrypt(plain, Rule.DEFAULT);
          byte[] own = sops.encrypt(plain, Rule.DEFAULT).expectOk(text);
          assertThat(sops.decrypt(sealed, "ini", "ini").text())
              .isEqualTo(sops.decrypt(own, "ini", "ini").text());
          assertThat(afterAWrite(sops, sealed)).isEqualTo(afterAWrite(sops, own));
          assertThat(Bench.seeded(1).decrypt(sealed, plain.documentFormat()))
              .isEqualTo(plain.bytes());
        });
  }

  /** What we read of a file once SOPS has written to it. */
  private static String afterAWrite(Sops sops, byte[] sealed) {
    byte[] written = sops.set(sealed, "ini", "[\"new\"][\"key\"]", "\"value\"");
    byte[] opened = Bench.seeded(1).decrypt(written, PLAIN.documentFormat());
    return new String(opened, UTF_8);
  }
}
