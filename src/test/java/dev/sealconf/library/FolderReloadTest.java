package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.Sealconf;
import dev.sealconf.SealedDocument;
import dev.sealconf.Watched;
import dev.sealconf.error.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watched folder. Events show the names of the files with their values. */
class FolderReloadTest {
  @TempDir Path temporary;
  private ReloadFolder folder;
  private Path plain;
  private Path mount;

  /** Makes a plain folder, and one as Kubernetes mounts it: with links through {@code ..data}. */
  @BeforeEach
  void makeFolders() throws Exception {
    folder = new ReloadFolder(temporary);
    plain = Files.createDirectory(folder.path("plain"));
    folder.write(plain.resolve("x.yaml"), "v: 1\n");
    folder.write(plain.resolve("y.yaml"), "v: 1\n");
    mount = Files.createDirectory(folder.path("mount"));
    publish("..1", "v: 1\n");
    Files.createSymbolicLink(mount.resolve("x.yaml"), Path.of("..data/x.yaml"));
    Files.createSymbolicLink(mount.resolve("y.yaml"), Path.of("..data/y.yaml"));
  }

  private Watched<Map<String, SealedDocument>> watch(Path place) {
    return Sealconf.watchFolder(place, folder.options(), folder.listener(FolderReloadTest::shown));
  }

  private static String shown(Map<String, SealedDocument> now) {
    Map<String, String> all = new TreeMap<>();
    now.forEach((name, document) -> all.put(name.replace(".yaml", ""), document.get("v")));
    return all.toString();
  }

  private void publish(String version, String text) throws IOException {
    Path files = Files.createDirectory(mount.resolve(version));
    folder.write(files.resolve("x.yaml"), text);
    folder.write(files.resolve("y.yaml"), text);
    link(version);
  }

  private void link(String version) throws IOException {
    Path link = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of(version));
    Files.move(
        link,
        mount.resolve("..data"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void followsAFolderThatKubernetesMounts() throws Exception {
    try (Watched<Map<String, SealedDocument>> watched = watch(mount);
        Watched<SealedDocument> one =
            Sealconf.watch(
                mount.resolve("x.yaml"), folder.options(), folder.listener(now -> now.get("v")))) {
      assertThat(watched.current()).containsOnlyKeys("x.yaml", "y.yaml");
      publish("..2", "v: 2\n");
      watched.check();
      one.check();
      watched.check();
      assertThat(folder.events).containsExactly("{x=2, y=2}", "2");
    }
  }

  @Test
  void takesTheLastOfTwoVersionsBetweenTwoChecks() throws Exception {
    try (Watched<Map<String, SealedDocument>> watched = watch(mount)) {
      publish("..2", "v: 2\n");
      publish("..3", "v: 3\n");
      watched.check();
      link("..1");
      link("..3");
      watched.check();
      link("..2");
      link("..1");
      watched.check();
      assertThat(folder.events).containsExactly("{x=3, y=3}", "{x=1, y=1}");
    }
  }

  @Test
  void keepsTheVersionWhenTheLinkOfKubernetesLeadsNowhere() throws Exception {
    try (Watched<Map<String, SealedDocument>> watched = watch(mount)) {
      link("..none");
      watched.check();
      watched.check();
      watched.check();
      assertThat(folder.events).containsExactly("Unreadable");
      assertThat(shown(watched.current())).isEqualTo("{x=1, y=1}");
      link("..1");
      watched.check();
      link("..none");
      watched.check();
      watched.check();
      assertThat(folder.events).containsExactly("Unreadable", "Unreadable");
    }
  }

  @Test
  void keepsTheVersionWhenAFileIsALinkThatLeadsNowhere() throws Exception {
    try (Watched<Map<String, SealedDocument>> watched = watch(plain)) {
      Files.createSymbolicLink(plain.resolve("z.yaml"), folder.path("none.yaml"));
      watched.check();
      watched.check();
      assertThat(folder.events).containsExactly("Missing");
      folder.write(folder.path("none.yaml"), "v: 1\n");
      watched.check();
      assertThat(folder.events).containsExactly("Missing", "{x=1, y=1, z=1}");
    }
  }

  @Test
  void takesANewFileAndIgnoresASubfolder() throws Exception {
    try (Watched<Map<String, SealedDocument>> watched = watch(plain)) {
      Path sub = Files.createDirectory(plain.resolve("sub"));
      folder.write(sub.resolve("z.yaml"), "v: 1\n");
      watched.check();
      assertThat(folder.events).isEmpty();
      folder.write(plain.resolve("z.yaml"), "v: 2\n");
      watched.check();
      assertThat(folder.events).containsExactly("{x=1, y=1, z=2}");
    }
  }

  @Test
  void aFileThatDisappearsMayBeInTheMiddleOfAWrite() throws Exception {
    try (Watched<Map<String, SealedDocument>> watched = watch(plain)) {
      Files.delete(plain.resolve("y.yaml"));
      watched.check();
      folder.write(plain.resolve("y.yaml"), "v: 2\n");
      watched.check();
      assertThat(folder.events).containsExactly("{x=1, y=2}");

      Files.delete(plain.resolve("y.yaml"));
      watched.check();
      watched.check();
      assertThat(folder.events).containsExactly("{x=1, y=2}", "{x=1}");
    }
  }

  @Test
  void survivesAFolderThatIsDeletedAndMadeAgain() throws Exception {
    try (Watched<Map<String, SealedDocument>> watched = watch(plain)) {
      for (int i = 2; i < 4; i++) {
        Files.delete(plain.resolve("x.yaml"));
        Files.delete(plain.resolve("y.yaml"));
        Files.delete(plain);
        watched.check();
        watched.check();
        Files.createDirectory(plain);
        watched.check();
        folder.write(plain.resolve("x.yaml"), "v: " + i + "\n");
        watched.check();
        folder.write(plain.resolve("y.yaml"), "v: " + i + "\n");
        watched.check();
      }
      assertThat(folder.events)
          .containsExactly("Unreadable", "{x=2, y=2}", "Unreadable", "{x=3, y=3}");
    }
    assertThatThrownBy(() -> watch(folder.path("none"))).isInstanceOf(FileFailure.Unreadable.class);
  }
}
