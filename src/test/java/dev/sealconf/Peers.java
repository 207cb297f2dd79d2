package dev.sealconf;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The programs and published test collections that some tests need beside a JDK. Each is named by
 * an environment variable, or found on the PATH. A test whose peer is absent is skipped with a line
 * on standard error; with {@code SEALCONF_PEERS=require} it fails instead.
 */
public enum Peers {
  /** Real SOPS 3.11.0. */
  SOPS_3_11("sops", "sops 3.11."),
  /** Real SOPS 3.13.3. */
  SOPS_3_13("sops", "sops 3.13."),
  /** The age command. */
  AGE("age", ""),
  /** The age command, 1.3 or later, which knows post-quantum recipients. */
  AGE_1_3("age", "v1.3."),
  /** A plugin of age for passphrases in variables. */
  AGE_PLUGIN_BATCHPASS("age-plugin-batchpass", ""),
  /** A plugin of age for post-quantum recipients. */
  AGE_PLUGIN_PQ("age-plugin-pq", ""),
  /** Git. */
  GIT("git", ""),
  /** The pre-commit framework. */
  PRE_COMMIT("pre-commit", ""),
  /** The secret scanner gitleaks. */
  GITLEAKS("gitleaks", ""),
  /** The secret scanner detect-secrets. */
  DETECT_SECRETS("detect-secrets", ""),
  /** GnuPG's gpg, with its agent. */
  GPG("gpg", ""),
  /** The moto server, which stands in for AWS. */
  MOTO("moto_server", ""),
  /** The server of OpenBao 2.7.2. */
  BAO("bao", "OpenBao v2.7."),
  /** Vim, with all its features. */
  VIM("vim", ""),
  /** Neovim. */
  NVIM("nvim", ""),
  /** GNU nano. */
  NANO("nano", ""),
  /** GNU Emacs for terminals. */
  EMACS("emacs", ""),
  /** The editor micro. */
  MICRO("micro", ""),
  /** Bash. */
  BASH("bash", ""),
  /** The fish shell. */
  FISH("fish", ""),
  /** Node. */
  NODE("node", ""),
  /** The folder of the module dotenv 18 for Node. */
  NODE_DOTENV("", ""),
  /** A Python that has python-dotenv 1.2. */
  PYTHON_DOTENV("", ""),
  /** A Python that has pydantic-settings 2. */
  PYTHON_PYDANTIC("", ""),
  /** A C compiler. */
  CC("cc", ""),
  /** Starts a program as another user, which only root may. */
  SETPRIV("setpriv", ""),
  /** A folder of the YAML test suite, {@code ID-N.yaml}; {@code ID-N.error.yaml} is not YAML. */
  YAML_SUITE("", ""),
  /** A folder of JSON parsing tests: files {@code y_*.json}, {@code n_*.json}, {@code i_*.json}. */
  JSON_SUITE("", ""),
  /** A folder of the CCTV vectors of age: one file a vector. */
  CCTV("", ""),
  /**
   * A folder with the functional tests of SOPS 3.13.3 and their test key: in {@code
   * functional-tests}, their {@code .sops.yaml}, {@code res}, and {@code suite}, compiled.
   */
  SOPS_OWN_TESTS("", "");

  private static final Map<Peers, Optional<Path>> FOUND = new ConcurrentHashMap<>();

  private final String command;
  private final String version;

  Peers(String command, String version) {
    this.command = command;
    this.version = version;
  }

  /** The environment variable that says where the peer is. */
  public String variable() {
    return "SEALCONF_" + name();
  }

  /** Where the peer is; ends the calling test as skipped, or as failed, if it is absent. */
  public Path path() {
    Optional<Path> found = find();
    if (found.isEmpty()) {
      String text = name() + " is absent: set " + variable() + " to where it is";
      if ("require".equals(System.getenv("SEALCONF_PEERS"))) {
        return Assertions.fail(text);
      }
      return Assumptions.abort(text);
    }
    return found.get();
  }

  /** Where the peer is, if it is there; says so on standard error, once, if it is not. */
  public Optional<Path> find() {
    return FOUND.computeIfAbsent(this, Peers::search);
  }

  private Optional<Path> search() {
    String named = System.getenv(variable());
    Optional<Path> found =
        named == null || named.isEmpty() ? onPath() : Optional.of(Path.of(named));
    if (found.isEmpty()) {
      System.err.println("SKIPPED: tests with " + name() + ", set " + variable() + " to run them");
    }
    return found.filter(this::mustExist);
  }

  private boolean mustExist(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalStateException(variable() + " names " + path + ", which does not exist");
    }
    return true;
  }

  private Optional<Path> onPath() {
    if (command.isEmpty()) {
      return Optional.empty();
    }
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, command))
        .filter(Files::isExecutable)
        .filter(this::isRightVersion)
        .findFirst();
  }

  private boolean isRightVersion(Path program) {
    if (version.isEmpty()) {
      return true;
    }
    try {
      ProcessBuilder builder = new ProcessBuilder(program.toString(), "--version");
      builder.environment().put("SOPS_DISABLE_VERSION_CHECK", "true");
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      return new String(out, StandardCharsets.UTF_8).startsWith(version);
    } catch (IOException e) {
      return false;
    }
  }
}
