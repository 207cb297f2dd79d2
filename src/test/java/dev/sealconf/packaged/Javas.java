package dev.sealconf.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The homes of the Java versions that are installed here and run the program: that of the tests,
 * {@code JAVA_HOME}, and those below {@code /usr/lib/jvm}; one of each major version. For an image,
 * the one in it.
 */
final class Javas {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
  private static final int OLDEST = 17;
  private static final List<Path> ALL = List.copyOf(find().values());

  static {
    System.err.println(
        "Packaged runs on " + ALL + (ALL.size() == 1 ? ", and on no other Java" : ""));
  }

  private Javas() {}

  /** For tests that run once on each. */
  static Stream<Path> all() {
    return ALL.stream();
  }

  private static Map<Integer, Path> find() {
    if (Packaged.IMAGE) {
      Path own = Packaged.DISTRIBUTION.resolve("runtime");
      return Map.of(version(own), own);
    }
    List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    String named = System.getenv("JAVA_HOME");
    if (named != null && !named.isEmpty()) {
      homes.add(Path.of(named));
    }
    Path usual = Path.of("/usr/lib/jvm");
    Map<Integer, Path> found = new LinkedHashMap<>();
    try {
      if (Files.isDirectory(usual)) {
        try (Stream<Path> more = Files.list(usual)) {
          more.sorted().forEach(homes::add);
        }
      }
      for (Path home : homes) {
        int version = version(home);
        if (version >= OLDEST) {
          found.putIfAbsent(version, home.toRealPath());
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("can't look for Java", e);
    }
    return found;
  }

  /** The major version of a Java; 0 if there is none. */
  static int version(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isRegularFile(release)) {
      return 0;
    }
    try {
      Matcher matcher = VERSION.matcher(Files.readString(release, StandardCharsets.ISO_8859_1));
      return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
