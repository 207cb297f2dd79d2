package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sealconf.Peers;
import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.SealedDocument;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong most often. Each failure names the place and has a hint, and none a value. */
class FailuresTest {
  private static final String SECRET = "hunter2";

  @TempDir Path folder;
  private Keys keys;
  private Path file;

  @BeforeEach
  void encryptAFile() throws Exception {
    keys = new Keys(folder.toRealPath());
    file = keys.sealed(Peers.SOPS_3_13.path(), "a.yaml", "db:\n  password: hunter2\n  port: 1\n");
  }

  @Test
  void noKey() {
    fails(KeyFailure.NoDataKey.class, () -> read(keys.without()));
  }

  @Test
  void theWrongKey() {
    fails(KeyFailure.NoDataKey.class, () -> read(keys.without().ageKey(Keys.OTHER)));
  }

  @Test
  void aChangedValue() throws Exception {
    String sealed = Files.readString(file);
    int data = sealed.indexOf("data:") + 5;
    char other = sealed.charAt(data) == 'A' ? 'B' : 'A';
    Files.writeString(file, sealed.substring(0, data) + other + sealed.substring(data + 1));
    fails(OpeningFailure.ValueNotOpened.class, () -> read(keys.options()));
  }

  @Test
  void aRemovedValue() throws Exception {
    Files.writeString(file, Files.readString(file).replaceAll("(?m)^ +port: .*\n", ""));
    fails(OpeningFailure.Changed.class, () -> read(keys.options()));

    assertThat(Sealconf.read(file, keys.options().ignoreMac()).get("db.password"))
        .isEqualTo(SECRET);
  }

  @Test
  void aFileThatIsNotEncrypted() throws Exception {
    Files.writeString(file, "password: hunter2\n");
    fails(OpeningFailure.NotEncrypted.class, () -> read(keys.options()));
  }

  @Test
  void aFileThatIsMissing() {
    failsAt("none.yaml", FileFailure.Missing.class, () -> read("none.yaml"));
  }

  @Test
  void aFolderInsteadOfAFile() throws Exception {
    Files.createDirectory(keys.path("sub.yaml"));
    failsAt("sub.yaml", FileFailure.class, () -> read("sub.yaml"));
  }

  @Test
  void aMissingKey() {
    fails(NotFound.class, () -> read(keys.options()).get("db.pasword"));
    fails(NotFound.class, () -> read(keys.options()).chars("db.password.more"));
  }

  @Test
  void aMapInsteadOfAValue() {
    fails(BindingFailure.class, () -> read(keys.options()).get("db"));
  }

  @Test
  void aValueOfAnotherType() {
    fails(BindingFailure.class, () -> read(keys.options()).get("db.password", int.class));
  }

  @Test
  void aMalformedPath() {
    for (String path : new String[] {"", ".", "db.", "db[", "db[x]", "db..port", "[\"db"}) {
      fails(UsageFailure.InvalidPath.class, () -> read(keys.options()).find(path));
    }
  }

  @Test
  void aStreamWithANameThatNoFileCanHave() {
    assertThatThrownBy(
            () -> Sealconf.read(InputStream.nullInputStream(), "a\0.yaml", keys.options()))
        .isInstanceOf(FileFailure.Unreadable.class)
        .hasMessage("'a\\u{0}.yaml' can't be the name of a file");
  }

  @Test
  void aMissingResource() {
    failsAt(
        "/none.yaml",
        FileFailure.Missing.class,
        () -> Sealconf.readResource(FailuresTest.class, "/none.yaml", keys.options()));
  }

  private SealedDocument read(SealconfOptions options) {
    return Sealconf.read(file, options);
  }

  private void read(String name) {
    Sealconf.read(keys.path(name), keys.options());
  }

  private static void fails(Class<? extends SealconfException> type, ThrowingCallable action) {
    failsAt("a.yaml", type, action);
  }

  private static void failsAt(
      String place, Class<? extends SealconfException> type, ThrowingCallable action) {
    Throwable thrown = catchThrowable(action);
    assertThat(thrown).isInstanceOf(type);
    SealconfException failure = (SealconfException) thrown;
    assertThat(failure.getMessage() + failure.location()).contains(place);
    assertThat(failure.hints()).as(failure.getMessage()).isNotEmpty();
    assertThat(Everything.of(thrown)).doesNotContain(SECRET).doesNotContain(Keys.OTHER);
  }
}
