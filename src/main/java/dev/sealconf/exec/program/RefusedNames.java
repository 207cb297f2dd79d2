package dev.sealconf.exec.program;

import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of variables that change which code a program loads or runs. An encrypted file must not set
 * one unless the user allows that name, because other people can change the file.
 */
public final class RefusedNames {
  private static final Set<String> NAMES =
      words(
          """
          PATH IFS ENV SHELL BASH_ENV SHELLOPTS BASHOPTS PS4 PROMPT_COMMAND CDPATH ZDOTDIR FPATH
          NODE_OPTIONS NODE_PATH NODE_REPL_EXTERNAL_MODULE NODE_EXTRA_CA_CERTS
          JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS JAVA_OPTS CLASSPATH MAVEN_OPTS GRADLE_OPTS
          PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONINSPECT PYTHONBREAKPOINT PYTHONUSERBASE
          PYTHONEXECUTABLE PYTHONPLATLIBDIR PERLLIB PERL5LIB PERL5OPT PERL5DB RUBYLIB RUBYOPT
          GEM_HOME GEM_PATH BUNDLE_GEMFILE PHPRC PHP_INI_SCAN_DIR LUA_INIT LUA_PATH LUA_CPATH
          R_PROFILE R_PROFILE_USER R_ENVIRON GOFLAGS RUSTC_WRAPPER RUSTFLAGS
          GCONV_PATH LOCPATH NLSPATH HOSTALIASES RES_OPTIONS LOCALDOMAIN GLIBC_TUNABLES
          OPENSSL_CONF OPENSSL_MODULES OPENSSL_ENGINES SSLKEYLOGFILE
          EDITOR VISUAL PAGER BROWSER LESSOPEN LESSCLOSE SSH_ASKPASS SUDO_ASKPASS
          MANPAGER SOPS_EDITOR VIMINIT EXINIT PS1 PS2 MAKEFLAGS MFLAGS CC CXX LD RUSTC NIX_PATH
          BUN_OPTIONS JULIA_LOAD_PATH JULIA_DEPOT_PATH ERL_FLAGS ERL_AFLAGS ERL_ZFLAGS
          ELIXIR_ERL_OPTIONS GUILE_LOAD_PATH GUILE_LOAD_COMPILED_PATH PYTHONWARNINGS RUBYSHELL
          JAVA_HOME MAVEN_ARGS CATALINA_OPTS KUBECONFIG HOME XDG_CONFIG_HOME XDG_CONFIG_DIRS
          XDG_DATA_HOME XDG_DATA_DIRS GTK_MODULES GTK_PATH QT_PLUGIN_PATH QML2_IMPORT_PATH
          GIO_EXTRA_MODULES GIO_MODULE_DIR VK_ICD_FILENAMES VK_LAYER_PATH
          GOROOT GOPATH GOENV CARGO_HOME RUSTUP_HOME PIP_CONFIG_FILE GRADLE_USER_HOME SBT_OPTS ANT_OPTS
          PSModulePath PATHEXT COMSPEC DOCKER_CONFIG ANSIBLE_CONFIG TF_CLI_CONFIG_FILE AWS_CONFIG_FILE
          AWS_SHARED_CREDENTIALS_FILE CURL_HOME WGETRC TCLLIBPATH GST_PLUGIN_PATH MONO_PATH LESSKEYIN
          BASH_LOADABLES_PATH PERL5SHELL CLOUDSDK_PYTHON
          DOTNET_STARTUP_HOOKS DOTNET_ADDITIONAL_DEPS ELECTRON_RUN_AS_NODE
          """);

  private static final List<String> BEGINNINGS =
      List.of(
          "LD_",
          "DYLD_",
          "BASH_FUNC_",
          "LUA_INIT_",
          "LUA_PATH_",
          "LUA_CPATH_",
          "GIT_",
          "CORECLR_",
          "COR_PROFILER",
          "npm_config_",
          "NPM_CONFIG_");

  private RefusedNames() {}

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.strip().split("\\s+")));
  }

  /**
   * Refuses such a name.
   *
   * @param allowed the names that the user allows
   * @throws Refusal if the name is refused; the message has the name
   */
  public static void check(String name, List<String> allowed) {
    boolean changesCode = NAMES.contains(name) || BEGINNINGS.stream().anyMatch(name::startsWith);
    if (changesCode && !allowed.contains(name)) {
      throw new Refusal(Printable.quote(name) + " can change which code the command runs")
          .hint("to set it all the same: --allow " + Printable.quote(name))
          .hint("to leave it out: --except " + Printable.quote(name));
    }
  }
}
