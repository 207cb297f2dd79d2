package dev.sealconf.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.MachineFailure;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceClassesTest {
  @TempDir Path folder;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  /** A service with classes of every kind that a list may name. */
  public interface Fruit {}

  public static final class RedAppleFruit implements Fruit {}

  public static final class PearFruit implements Fruit {}

  public static final class Stone {}

  @BeforeEach
  void listFruits() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    String outer = ServiceClassesTest.class.getName();
    Files.writeString(
        services.resolve(Fruit.class.getName()),
        String.join(
            "\n",
            "# a comment",
            outer + "$PearFruit # another one",
            "",
            "com.example.RedAppleFruit",
            outer + "$PearFruit",
            outer + "$Stone\n"));
    URL[] path = {folder.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(path, before));
  }

  @AfterEach
  void restoreTheLoader() throws Exception {
    ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void namesEachClassOfTheListOnce() {
    String outer = ServiceClassesTest.class.getName();
    assertThat(ServiceClasses.of(Fruit.class).names())
        .containsExactly(outer + "$PearFruit", "com.example.RedAppleFruit", outer + "$Stone");
  }

  @Test
  void findsAClassByAWordInAnySpelling() {
    ServiceClasses<Fruit> fruits = ServiceClasses.of(Fruit.class);
    assertThat(fruits.named("red-apple", "Fruit")).contains("com.example.RedAppleFruit");
    assertThat(fruits.named("RED_apple", "Fruit")).contains("com.example.RedAppleFruit");
    assertThat(fruits.named("apple", "Fruit")).as("a part of a name").isEmpty();
    assertThat(fruits.named("", "Fruit")).isEmpty();
  }

  @Test
  void makesTheClassThatIsAskedForAndNoOther() {
    ServiceClasses<Fruit> fruits = ServiceClasses.of(Fruit.class);
    assertThat(fruits.make(PearFruit.class.getName())).isInstanceOf(PearFruit.class);
    for (String other : new String[] {"com.example.RedAppleFruit", Stone.class.getName()}) {
      assertThatThrownBy(() -> fruits.make(other))
          .isInstanceOf(MachineFailure.class)
          .hasMessage("the class '" + other + "' can't be loaded");
    }
    assertThatThrownBy(fruits::all).isInstanceOf(MachineFailure.class);
  }
}
