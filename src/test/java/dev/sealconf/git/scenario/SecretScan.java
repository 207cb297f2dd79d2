package dev.sealconf.git.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Searches all that git stores below a folder: the objects, loose and packed, reachable or not,
 * also those that a killed git has left; the indexes; and every other file of the git folders, such
 * as reflogs, notes and the program's own cache. A text that marks secrets must be in none of them,
 * and every file of a protected name, in a tree or in an index, must be encrypted or empty. Each
 * object is read once, so searching again costs little.
 */
public final class SecretScan {
  private final String marker;
  private final Map<String, GitObjects.Stored> objects = new HashMap<>();
  private final Map<String, String> protectedNames = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();

  /**
   * @param marker what every secret value has in it and nothing else has
   */
  public SecretScan(String marker) {
    this.marker = marker;
  }

  /** Fails with the name of the first thing below the folder that is not as it must be. */
  public void check(Path folder) throws IOException {
    Files.walkFileTree(folder, new Visitor());
    for (Map.Entry<String, String> entry : protectedNames.entrySet()) {
      GitObjects.Stored blob = objects.get(entry.getKey());
      if (blob != null && seen.add("checked " + entry.getKey())) {
        requireSealed(entry.getValue() + " as " + entry.getKey(), blob.content());
      }
    }
  }

  /** The blobs that protected files have or had, each with its name and its content. */
  public Map<String, byte[]> sealed() {
    Map<String, byte[]> sealed = new TreeMap<>();
    protectedNames.forEach(
        (id, name) -> {
          GitObjects.Stored blob = objects.get(id);
          if (blob != null && blob.content().length > 0) {
            sealed.put(id + "-" + name.substring(name.lastIndexOf('/') + 1), blob.content());
          }
        });
    return sealed;
  }

  /** Whether this is the text of an encrypted file. */
  static boolean isSealed(byte[] content) {
    String text = text(content);
    return text.contains("ENC[AES256_GCM,data:") && text.contains("sops");
  }

  private static void requireSealed(String what, byte[] content) {
    if (content.length > 0 && !isSealed(content)) {
      throw new AssertionError("plain text in git: " + what + ":\n" + text(content));
    }
  }

  private void requireNoSecret(String what, byte[] content) {
    if (text(content).contains(marker)) {
      throw new AssertionError("a secret in " + what + ":\n" + text(content));
    }
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  private void add(String id, String where, GitObjects.Stored object) {
    requireNoSecret("the " + object.type() + " " + where, object.content());
    objects.put(id, object);
    if (object.type().equals("tree")) {
      GitObjects.tree(object.content()).forEach(this::name);
    }
  }

  private void name(GitObjects.Entry entry) {
    if (Kind.isProtected(entry.name())) {
      protectedNames.put(entry.id(), entry.name());
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile() && isOfGit(file)) {
        try {
          visit(file);
        } catch (NoSuchFileException e) {
          return FileVisitResult.CONTINUE; // a temporary file of a git that runs
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    private boolean isOfGit(Path file) {
      for (Path part : file) {
        if (part.toString().endsWith(".git")) {
          return true;
        }
      }
      return false;
    }

    private void visit(Path file) throws IOException {
      String parent = file.getParent().getFileName().toString();
      String name = file.getFileName().toString();
      boolean loose = parent.matches("[0-9a-f]{2}");
      if (loose && name.matches("[0-9a-f]{38}")) {
        if (!objects.containsKey(parent + name)) {
          byte[] inflated = GitObjects.inflated(Files.readAllBytes(file), 0);
          add(parent + name, file.toString(), GitObjects.parse(inflated));
        }
      } else if (name.startsWith("tmp_obj")) {
        requireNoSecret(file.toString(), GitObjects.inflated(Files.readAllBytes(file), 0));
      } else if (name.endsWith(".pack") || name.startsWith("tmp_pack")) {
        pack(file);
      } else {
        other(file);
      }
    }

    private void pack(Path file) throws IOException {
      boolean complete = file.toString().endsWith(".pack");
      if (complete && !seen.add(file.getFileName().toString())) {
        return;
      }
      for (byte[] part : GitObjects.inflatedAnywhere(Files.readAllBytes(file))) {
        requireNoSecret(file.toString(), part);
      }
      if (complete) {
        Path folder = file.getParent().getParent().getParent();
        PackedObjects.of(folder).forEach((id, object) -> add(id, id + " of " + file, object));
      }
    }

    private void other(Path file) throws IOException {
      byte[] content = Files.readAllBytes(file);
      requireNoSecret(file.toString(), content);
      if (content.length > 12 && text(content).startsWith("DIRC")) {
        GitObjects.index(content).forEach(SecretScan.this::name);
      }
    }
  }
}
