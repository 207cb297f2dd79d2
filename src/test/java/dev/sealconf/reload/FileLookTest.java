package dev.sealconf.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLookTest {
  @TempDir Path temporary;
  private Path folder;
  private Path file;
  private Path other;

  @BeforeEach
  void makeFiles() throws IOException {
    folder = temporary.toRealPath();
    file = Files.writeString(folder.resolve("file"), "a");
    other = Files.writeString(folder.resolve("other"), "b");
  }

  @Test
  void seesThroughLinksOfFilesAndFolders() throws IOException {
    Path real = Files.createDirectories(folder.resolve("v1/sub"));
    Path target = Files.writeString(real.resolve("x"), "x");
    Files.createSymbolicLink(folder.resolve("current"), Path.of("v1"));
    Path link = Files.createSymbolicLink(folder.resolve("x"), Path.of("current/sub/../sub/x"));

    assertThat(FileLook.at(link).real()).isEqualTo(target);
    assertThat(FileLook.at(link).entries()).hasSize(3);
    assertThat(FileLook.at(target).entries()).hasSize(1);
    assertThat(FileLook.at(link)).isEqualTo(FileLook.at(link));
  }

  @Test
  void aLinkThatWasReplacedTwiceLooksDifferent() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    FileLook before = FileLook.at(link);
    Object made = changed(link);
    do {
      replace(link, other);
      assertThat(FileLook.at(link).real()).isEqualTo(other);
      replace(link, file);
    } while (changed(link).equals(made));

    assertThat(FileLook.at(link).real()).isEqualTo(file);
    assertThat(FileLook.at(link)).isNotEqualTo(before);
  }

  private static void replace(Path link, Path target) throws IOException {
    Files.delete(link);
    Files.createSymbolicLink(link, target);
  }

  private static Object changed(Path link) throws IOException {
    return Files.getAttribute(link, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
  }

  @Test
  void nothingIsThereWithoutAFileOrInALoopOfLinks() throws IOException {
    Path one = folder.resolve("one");
    Path two = Files.createSymbolicLink(folder.resolve("two"), one);
    assertThat(FileLook.at(two).isNothing()).isTrue();
    Files.createSymbolicLink(one, two);
    assertThat(FileLook.at(two).isNothing()).isTrue();
    assertThat(FileLook.at(file.resolve("below")).isNothing()).isTrue();
    assertThat(FileLook.at(file).isNothing()).isFalse();
  }

  @Test
  void otherFilesOfAFolderDoNotChangeItsLook() throws IOException {
    FileLook before = FileLook.at(folder);
    Files.writeString(folder.resolve("new"), "new");
    assertThat(FileLook.at(folder)).isEqualTo(before);
  }

  @Test
  void isRecentAsLongAsTheFileSystemMayCountTheSameTime() {
    Instant fine = Instant.parse("2030-01-02T03:04:05.678Z");
    assertThat(look(fine).isRecent(fine)).isTrue();
    assertThat(look(fine).isRecent(fine.plusMillis(49))).isTrue();
    assertThat(look(fine).isRecent(fine.plusMillis(50))).isFalse();
    Instant coarse = Instant.parse("2030-01-02T03:04:05Z");
    assertThat(look(coarse).isRecent(coarse.plusMillis(1999))).isTrue();
    assertThat(look(coarse).isRecent(coarse.plusMillis(2000))).isFalse();
    assertThat(look(fine).isRecent(fine.minusSeconds(60))).as("another clock").isFalse();
  }

  private FileLook look(Instant changed) {
    FileTime time = FileTime.from(changed);
    return new FileLook(List.of(new FileLook.Entry(file, "1", time, time, 1)));
  }
}
