package dev.sealconf.io.program;

import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces this process with a program, which keeps the process id, the terminal, the file
 * descriptors and the signal settings that this process started with.
 */
final class ProcessReplacement implements Runnable {
  private static final int SLACK = 256;

  private final CLibrary library;

  private ProcessReplacement(CLibrary library) {
    this.library = library;
  }

  /** Returns empty if this Java version can't replace the process. */
  static Optional<ProcessReplacement> find() {
    return CLibrary.ofProcess().map(ProcessReplacement::new);
  }

  /** Creates the bridges to the system, which takes a while. */
  @Override
  public void run() {
    library.handle("execve");
  }

  /** Ignores again what was ignored at the start, for a child. */
  void ignoreAgain() {
    SignalsAtStart.told().ignoreAgain(library);
  }

  /** Switches this process, and the programs that it starts, to this user. */
  void become(UserAccount user) {
    user.enter(library);
  }

  /** Returns the account with this name. */
  UserAccount account(String name) {
    return UserAccount.of(name, library);
  }

  /**
   * Replaces the process. Returns, with the failure, only if the system refuses.
   *
   * @param file the program's file, absolute
   * @param words the program's name as typed, and its arguments
   * @param environment {@code NAME=value} entries, which may be secret
   */
  SealconfException replace(Path file, List<String> words, List<byte[]> environment) {
    InheritedDescriptors.keepOnlyThem(library);
    SignalsAtStart.told().restore(library);
    List<byte[]> arguments = new ArrayList<>();
    words.forEach(word -> arguments.add(bytes(word)));
    String path = path(file, words.get(0));
    int error = execute(bytes(path), arguments, environment);
    if (StartFailure.mayBeScript(file, error)) { // without a #! line
      arguments.set(0, bytes(path));
      arguments.add(0, bytes("sh"));
      error = execute(bytes("/bin/sh"), arguments, environment);
    }
    return StartFailure.of(words.get(0), error);
  }

  /** Returns the path as typed, which scripts see as {@code $0}; absolute for a bare name. */
  private static String path(Path file, String word) {
    return word.indexOf('/') < 0 || word.startsWith("-") ? file.toString() : word;
  }

  private int execute(byte[] file, List<byte[]> arguments, List<byte[]> environment) {
    int size = file.length + SLACK + MemoryBlock.size(arguments) + MemoryBlock.size(environment);
    MemoryBlock block = new MemoryBlock(size);
    library.call("execve", block.text(file), block.list(arguments), block.list(environment));
    int error = error();
    block.wipe();
    return error;
  }

  private int error() {
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    long address = library.call(mac ? "__error" : "__errno_location", 0, 0, 0);
    return CLibrary.memory(address, Integer.BYTES).getInt();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
