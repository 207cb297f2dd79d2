package dev.sealconf.library;

import dev.sealconf.ReloadListener;
import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.SealedDocument;
import dev.sealconf.Watched;
import dev.sealconf.error.SealconfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A folder with encrypted files that a test replaces, and what a listener received. */
final class ReloadFolder {
  private final Keys keys;

  /** The shown values of new versions, and the simple names of failures. */
  final List<String> events = new CopyOnWriteArrayList<>();

  /** Has the value {@code one} at {@code a}. */
  final Path file;

  ReloadFolder(Path folder) throws IOException {
    keys = new Keys(folder.toRealPath());
    file = keys.path("a.yaml");
    write(file, "a: one\n");
  }

  Path path(String name) {
    return keys.path(name);
  }

  /** Options whose timer never checks during a test. */
  SealconfOptions options() {
    return keys.options().interval(Duration.ofDays(1));
  }

  SealconfOptions optionsWithoutKey() {
    return keys.without().interval(Duration.ofDays(1));
  }

  /** Options whose timer checks all the time. */
  SealconfOptions often() {
    return keys.options().interval(Duration.ofMillis(5));
  }

  Watched<SealedDocument> watch() {
    return Sealconf.watch(file, options(), listener(now -> now.get("a")));
  }

  /** Encrypts next to the file and moves it there, as an editor does. */
  void write(Path target, String text) throws IOException {
    Files.move(sealed(text), target, StandardCopyOption.REPLACE_EXISTING);
  }

  Path sealed(String text) throws IOException {
    Path made = Files.writeString(keys.path("made.yaml"), text);
    Sealconf.encrypt(made, keys.options());
    return made;
  }

  <T> ReloadListener<T> listener(Function<T, String> shown) {
    return new ReloadListener<>() {
      @Override
      public void changed(T now) {
        events.add(shown.apply(now));
      }

      @Override
      public void failed(SealconfException why) {
        events.add(why.getClass().getSimpleName());
      }
    };
  }
}
