package dev.sealconf.spring;

import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.library.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Encrypts files in a folder, and starts programs that import them. */
final class ImportingProgram implements AutoCloseable {
  private final Path folder;
  private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

  ImportingProgram(Path folder) throws IOException {
    this.folder = folder;
    new Keys(folder);
    Files.writeString(folder.resolve("keys.txt"), Keys.IDENTITY + "\n");
  }

  /** Returns the absolute path of a new encrypted file. */
  String encrypted(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Sealconf.encrypt(file, SealconfOptions.DEFAULT.folder(folder));
    return file.toString();
  }

  /** Starts a program of this class with the imports and further arguments. */
  ConfigurableApplicationContext run(Class<?> program, String imports, String... more) {
    SpringApplication application = new SpringApplication(program);
    application.setBannerMode(Banner.Mode.OFF);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    List<String> arguments = new ArrayList<>(List.of("--spring.config.import=" + imports));
    arguments.add("--sealconf.age-key-file=" + folder.resolve("keys.txt"));
    for (String argument : more) {
      String name = argument.substring(0, argument.indexOf('=') + 1);
      arguments.removeIf(earlier -> earlier.startsWith(name));
      arguments.add(argument);
    }
    ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new));
    contexts.add(context);
    return context;
  }

  @Override
  public void close() {
    contexts.forEach(ConfigurableApplicationContext::close);
  }
}
