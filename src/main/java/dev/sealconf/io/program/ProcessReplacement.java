package dev.sealconf.io.program;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.ProgramFailure;
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
  private static final int ACCESS_DENIED = 13;
  private static final int NO_EXECUTABLE_FORMAT = 8;
  private static final int TOO_BIG = 7;
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
   * @param file the program's file
   * @param words the program's name as typed, and its arguments
   * @param environment {@code NAME=value} entries, which may be secret
   */
  SealconfException replace(Path file, List<String> words, List<byte[]> environment) {
    InheritedDescriptors.keepOnlyThem(library);
    SignalsAtStart.told().restore(library);
    List<byte[]> arguments = new ArrayList<>();
    words.forEach(word -> arguments.add(bytes(word)));
    int error = execute(bytes(file.toString()), arguments, environment);
    if (error == NO_EXECUTABLE_FORMAT) { // a script without a #! line
      arguments.set(0, bytes(file.toString()));
      arguments.add(0, bytes("sh"));
      error = execute(bytes("/bin/sh"), arguments, environment);
    }
    return refused(words.get(0), error);
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

  private static SealconfException refused(String word, int error) {
    String name = Printable.quote(word);
    return switch (error) {
      case ACCESS_DENIED -> new ProgramFailure.NotExecutable(name + " can't be executed");
      case TOO_BIG ->
          new MachineFailure("the variables and arguments are larger than the system allows")
              .hint("choose variables with --only NAME, or pass a file: --file VAR=PATH");
      default -> new ProgramFailure.NotExecutable(name + " can't be executed: error " + error);
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
