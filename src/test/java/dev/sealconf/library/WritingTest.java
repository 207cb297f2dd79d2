package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.Peers;
import dev.sealconf.Sealconf;
import dev.sealconf.SealedDocument;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that are changed and written several times, and what can't be written. */
class WritingTest {
  @TempDir Path folder;
  private Keys keys;
  private Path file;
  private SealedDocument document;

  @BeforeEach
  void encryptAFile() throws Exception {
    keys = new Keys(folder.toRealPath());
    file = keys.sealed(Peers.SOPS_3_13.path(), "a.yaml", "a: one\nb: two\n");
    document = Sealconf.read(file, keys.options());
  }

  private String value(String path) {
    return Sealconf.read(file, keys.options()).get(path);
  }

  @Test
  void aDocumentIsWrittenAfterEachChange() {
    SealedDocument first = document.set("a", "1");
    first.write();
    SealedDocument second = first.set("b", "2");
    second.write();
    second.write();
    assertThat(value("a") + value("b")).isEqualTo("12");
    second.set("a", "3").set("b", "4").write();
    assertThat(value("a") + value("b")).isEqualTo("34");
  }

  @Test
  void aChangeThatOthersWroteIsNotLost() {
    SealedDocument first = document.set("a", "1");
    SealedDocument second = document.set("a", "2");
    first.write();
    assertThatThrownBy(second::write)
        .isInstanceOf(OutputFailure.NotWritten.class)
        .hasMessage("the file has changed since it was read");
    assertThat(value("a")).isEqualTo("1");
  }

  @Test
  void aFileThatIsEncryptedAsAWholeHasNoValuesToSet() throws Exception {
    Path whole = keys.sealed(Peers.SOPS_3_13.path(), "a.bin", "text");
    SealedDocument binary = Sealconf.read(whole, keys.options());
    for (String path : new String[] {"data", "x"}) {
      assertThatThrownBy(() -> binary.set(path, "new"))
          .isInstanceOf(BindingFailure.class)
          .hasMessage("a file that is encrypted as a whole has no values to set");
    }
    assertThat(binary.content()).asString().isEqualTo("text");
  }

  @Test
  void aFailureOfSetNamesTheFile() {
    assertThatThrownBy(() -> document.set("sops.mac", "x"))
        .asInstanceOf(InstanceOfAssertFactories.type(SealconfException.class))
        .extracting(failure -> failure.location().map(Location::file).orElse(""))
        .isEqualTo(file.toString());
  }

  @Test
  void anInterruptedThreadDoesNotWrite() {
    SealedDocument changed = document.set("a", "1");
    Thread.currentThread().interrupt();
    assertThatThrownBy(changed::write)
        .isInstanceOf(OutputFailure.NotWritten.class)
        .hasMessageContaining("the thread was interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(value("a")).isEqualTo("one");
  }

  @Test
  void aFolderIsNotEncrypted() throws Exception {
    Path many = Files.createDirectory(folder.resolve("many"));
    Path plain = Files.writeString(many.resolve("b.yaml"), "b: plain\n");
    assertThatThrownBy(() -> Sealconf.encrypt(many, keys.options()))
        .isInstanceOf(FileFailure.Unreadable.class)
        .hasMessageContaining("is a folder");
    assertThat(plain).hasContent("b: plain\n");
  }
}
