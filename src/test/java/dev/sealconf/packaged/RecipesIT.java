package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.docs.Page;
import dev.sealconf.docs.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of {@code docs/recipes.md}, as the page has them, started as the page says. */
class RecipesIT {
  private static final Path PAGE = Path.of("docs/recipes.md");

  @TempDir Path folder;
  private Packaged sealconf;

  @BeforeEach
  void writeThePage() throws Exception {
    sealconf = new Packaged(Files.createDirectory(folder.resolve("work"))).withKey();
    for (Block block : Page.read(PAGE).blocks()) {
      String first = block.lines().get(0);
      if (first.matches("(#|//) \\w+\\.\\w+")) {
        Files.writeString(folder.resolve("work").resolve(first.split(" ")[1]), block.text());
      }
    }
    assertThat(sealconf.run("encrypt", "-i", "secrets.yaml").exit()).isZero();
  }

  @Test
  void pydanticSettingsReadsTheFile() throws Exception {
    assertThat(printed(Peers.PYTHON_PYDANTIC.path().toString(), "app.py"))
        .isEqualTo("db.internal 5433 14 ['a.internal', 'b.internal']\n");
  }

  @Test
  void aNodeProgramReadsTheFile() throws Exception {
    assertThat(printed(Peers.NODE.path().toString(), "app.mjs"))
        .isEqualTo("db.internal 5433 14 [ 'a.internal', 'b.internal' ]\n");
  }

  @Test
  void aJavaProgramReadsTheFile() throws Exception {
    assertThat(printed(System.getProperty("java.home") + "/bin/java", "App.java"))
        .isEqualTo("db.internal 5433 14 [\"a.internal\",\"b.internal\"]\n");
  }

  /** What a program prints that runs with the values; the page has this command for it. */
  private String printed(String program, String file) throws IOException, InterruptedException {
    String name = Path.of(program).getFileName().toString();
    String command = "sealconf run secrets.yaml -- " + name + " " + file;
    assertThat(Files.readString(PAGE)).contains("    " + command + "\n");
    Packaged.Result result =
        sealconf.run(List.of("run", "secrets.yaml", "--", program, file).toArray(String[]::new));
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).isEmpty();
    return result.out();
  }
}
