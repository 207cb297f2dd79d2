package dev.sealconf.git.scenario;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The objects of a repository as git reads them, which unpacks packs and applies deltas. */
final class PackedObjects {
  private PackedObjects() {}

  /** All objects that are in this git folder, reachable or not. */
  static Map<String, GitObjects.Stored> of(Path gitFolder) throws IOException {
    ProcessBuilder git =
        new ProcessBuilder(
            "git", "cat-file", "--batch-all-objects", "--unordered", "--buffer", "--batch");
    git.environment().put("GIT_DIR", gitFolder.toString());
    git.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    git.environment().put("GIT_NO_LAZY_FETCH", "1");
    git.redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, GitObjects.Stored> objects = new HashMap<>();
    Process process = git.start();
    try (DataInputStream out =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      process.getOutputStream().close();
      String header = line(out);
      while (!header.isEmpty()) {
        String[] words = header.split(" ");
        byte[] content = new byte[Integer.parseInt(words[2])];
        out.readFully(content);
        out.readByte();
        objects.put(words[0], new GitObjects.Stored(words[1], content));
        header = line(out);
      }
    }
    return objects;
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    while (c >= 0 && c != '\n') {
      line.append((char) c);
      c = in.read();
    }
    return line.toString();
  }
}
