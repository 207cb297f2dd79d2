package dev.sealconf.session;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.Refusal;
import dev.sealconf.io.Ask;
import dev.sealconf.io.Consent;
import dev.sealconf.io.Entropy;
import dev.sealconf.io.Tell;
import dev.sealconf.io.World;
import dev.sealconf.operation.SetValue;
import dev.sealconf.session.batch.Batch;
import dev.sealconf.session.task.DecryptFiles;
import dev.sealconf.session.task.EncryptFiles;
import dev.sealconf.session.task.FileEdit;
import dev.sealconf.session.task.NewFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A Java program that uses the floor below the command line; {@link HeadlessTest} runs it. */
public final class HeadlessProgram {
  private static final Batch.Listener NO_FAILURES =
      (file, failure) -> {
        throw new AssertionError(file, failure);
      };

  private HeadlessProgram() {}

  /** Makes a key and a rule, encrypts a file by it, sets a value, and opens it. */
  public static String encryptOpenAndSet(Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    World world = world(folder, out, Ask.NO_ANSWER);
    Files.writeString(folder.resolve("app.yaml"), "db:\n  user: app # who\n  password: secret\n");
    try (Session session = new Session(world)) {
      new NewFolder(session).make(Overrides.NONE);
      new EncryptFiles(session, Overrides.of("app.yaml").with("in-place", "true")).run(NO_FAILURES);
    }
    if (Files.readString(folder.resolve("app.yaml")).contains("secret")) {
      throw new AssertionError("the file was not encrypted");
    }
    try (Session session = new Session(world)) {
      TreePath path = TreePath.ROOT.then(new TreePath.Key("db")).then(new TreePath.Key("password"));
      new FileEdit(session, Overrides.NONE, "app.yaml")
          .set(new SetValue.Assignment(path, "\"other\"", false, false));
      new DecryptFiles(session, Overrides.of("app.yaml")).run(Optional.empty(), NO_FAILURES);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Asks before it writes; a no is a refusal, not an exit code. */
  public static String refuseAndAccept(Path folder) {
    AtomicInteger asked = new AtomicInteger();
    Ask no =
        new Consent(
            () -> {
              asked.incrementAndGet();
              return false;
            });
    try (Session session = new Session(world(folder, OutputStream.nullOutputStream(), no))) {
      new NewFolder(session).make(Overrides.NONE);
      throw new AssertionError("it did not ask");
    } catch (Refusal expected) {
      return asked.get() == 1 ? "asked once" : "asked " + asked + " times";
    }
  }

  /** Uses a class of the command line. */
  public static String useCommandLine(Path folder) {
    return ExitCode.OK.name() + folder;
  }

  private static World world(Path folder, OutputStream out, Ask ask) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new World(
        InputStream.nullInputStream(),
        out,
        nowhere,
        Map.of("HOME", folder.resolve("home").toString()),
        real(folder),
        Clock.systemUTC(),
        Entropy.system(),
        ask,
        Tell.NOTHING);
  }

  private static Path real(Path folder) {
    try {
      Files.createDirectories(folder.resolve("home"));
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
