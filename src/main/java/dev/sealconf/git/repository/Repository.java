package dev.sealconf.git.repository;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.process.Subprocess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * The repository around the working directory, as {@code git rev-parse} finds it.
 *
 * @param world where git runs
 * @param hasWorkTree whether the working directory is inside of a work tree
 * @param top the top of the work tree, absolute; the git folder if there is none
 * @param gitFolder the folder of this work tree's index and {@code HEAD}, absolute
 * @param sharedFolder the folder that all linked work trees share, absolute
 * @param sha256 whether objects have names of 32 bytes instead of 20
 */
public record Repository(
    World world, boolean hasWorkTree, Path top, Path gitFolder, Path sharedFolder, boolean sha256) {

  private static final List<String> QUESTION =
      List.of(
          "rev-parse",
          "--show-object-format",
          "--absolute-git-dir",
          "--git-common-dir",
          "--is-inside-work-tree",
          "--show-toplevel");

  /**
   * Returns the repository around the working directory.
   *
   * @throws FileFailure.Missing if there is none
   * @throws MachineFailure if git can't be started
   */
  public static Repository of(World world) {
    Subprocess.Result result = new GitProgram(world).run(new byte[0], QUESTION);
    List<String> lines = new String(result.out(), StandardCharsets.UTF_8).lines().toList();
    if (lines.size() < 4) {
      throw result.errors().contains("dubious ownership") ? foreign() : none();
    }
    Path folder = world.resolve(lines.get(1));
    boolean inside = lines.get(3).equals("true") && lines.size() == 5;
    return new Repository(
        world,
        inside,
        inside ? world.resolve(lines.get(4)) : folder,
        folder,
        world.resolve(lines.get(2)),
        lines.get(0).equals("sha256"));
  }

  private static SealconfException foreign() {
    return new MachineFailure("git doesn't use this repository: another user owns it")
        .hint("if you trust it: git config --global --add safe.directory \"$PWD\"");
  }

  private static SealconfException none() {
    return new FileFailure.Missing("this folder is not in a git repository", ".")
        .hint("create one with git init, or change to the folder of one");
  }

  /** Runs git in this repository. */
  public GitProgram git() {
    return new GitProgram(world);
  }

  /** Returns the name that git gives to a blob with these bytes, in lower-case hex. */
  public String objectName(byte[] bytes) {
    byte[] header = ("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] name = sha256 ? Primitives.sha256(header, bytes) : Primitives.sha1(header, bytes);
    return HexFormat.of().formatHex(name);
  }

  /**
   * Returns the file that exists while the work tree is locked: then git decrypts nothing in it.
   */
  public Path lockFile() {
    return gitFolder.resolve("sealconf-locked");
  }

  /** Returns the file of a path that git names: relative to the top, with slashes. */
  public Path file(String path) {
    return top.resolve(path);
  }

  /**
   * Stores a blob as it is.
   *
   * @return the name of the object
   * @throws MachineFailure if git fails
   */
  public String store(byte[] blob) {
    List<String> command = List.of("hash-object", "-w", "--stdin", "--no-filters");
    return new String(answer(blob, command), StandardCharsets.US_ASCII).strip();
  }

  /**
   * Puts entries into the index, in place of those of the same paths.
   *
   * @throws MachineFailure if git fails, such as while another command of git has locked the index
   */
  public void stage(List<IndexEntry> entries) {
    StringBuilder lines = new StringBuilder();
    for (IndexEntry entry : entries) {
      lines.append(entry.mode()).append(' ').append(entry.object()).append(' ');
      lines.append(entry.stage()).append('\t').append(entry.path()).append('\0');
    }
    answer(
        lines.toString().getBytes(StandardCharsets.ISO_8859_1),
        List.of("-C", top.toString(), "update-index", "-z", "--index-info"));
  }

  private byte[] answer(byte[] input, List<String> command) {
    Subprocess.Result result = git().run(input, command);
    if (result.status() != 0) {
      throw GitProgram.failed(command.subList(command.contains("-C") ? 2 : 0, 3), result)
          .hint("another git command may be running: try again");
    }
    return result.out();
  }
}
