package dev.sealconf.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The floor below the command line works without any class of it. */
class HeadlessTest {
  @TempDir Path folder;

  /** Loads this program's classes itself, and refuses those of the command line. */
  private static final class WithoutCommandLine extends ClassLoader {
    WithoutCommandLine() {
      super(HeadlessTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("dev.sealconf.cli.")) {
        throw new ClassNotFoundException(name);
      }
      return name.startsWith("dev.sealconf.") ? own(name) : super.loadClass(name, resolve);
    }

    private Class<?> own(String name) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? defined(name) : loaded;
      }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void encryptsByRuleOpensAndSetsAValue() throws Exception {
    assertThat(run("encryptOpenAndSet")).isEqualTo("db:\n  user: app # who\n  password: other\n");
  }

  @Test
  void answersQuestionsWithoutATerminal() throws Exception {
    assertThat(run("refuseAndAccept")).isEqualTo("asked once");
  }

  /** If the loader let everything through, the two tests above would say nothing. */
  @Test
  void theCommandLineIsOutOfReachOfTheseTests() {
    assertThatThrownBy(() -> run("useCommandLine"))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(NoClassDefFoundError.class);
  }

  private Object run(String method) throws Exception {
    ClassLoader loader = new WithoutCommandLine();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader); // services are found through it
    try {
      Class<?> program = Class.forName(HeadlessProgram.class.getName(), true, loader);
      return program.getMethod(method, Path.class).invoke(null, folder);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
