package dev.sealconf.io.plaintext;

import dev.sealconf.io.SystemText;
import dev.sealconf.io.World;
import dev.sealconf.io.file.FileOwner;
import dev.sealconf.io.folder.LockFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the places where a plaintext folder may be created. */
final class PlaintextPlaces {
  private PlaintextPlaces() {}

  /** Returns folders on memory file systems, best first. */
  static List<Path> inMemory(World world) {
    Set<Path> candidates = new LinkedHashSet<>();
    absolute(world, "XDG_RUNTIME_DIR").ifPresent(candidates::add);
    FileOwner.ofProcess().ifPresent(user -> candidates.add(Path.of("/run/user/" + user)));
    candidates.add(Path.of("/dev/shm"));
    MemoryFileSystems memory = MemoryFileSystems.ofThisMachine();
    return candidates.stream().filter(place -> isFirm(place) && memory.hold(place)).toList();
  }

  /** Returns the folder for temporary files, on any file system. */
  static Path onDisk(World world) {
    return absolute(world, "TMPDIR")
        .filter(Files::isDirectory)
        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Returns all places. */
  static List<Path> all(World world) {
    List<Path> all = new ArrayList<>(inMemory(world));
    all.add(onDisk(world));
    return all;
  }

  /**
   * Returns whether no other user except root can rename or remove this user's files in a folder.
   */
  static boolean isFirm(Path place) {
    return Files.isDirectory(place)
        && FileOwner.ofProcess().map(user -> LockFolder.isFirm(place, user)).orElse(true);
  }

  private static Optional<Path> absolute(World world, String variable) {
    return Optional.of(world.environment().getOrDefault(variable, ""))
        .filter(folder -> !folder.isEmpty() && !SystemText.isDamaged(folder))
        .filter(folder -> folder.indexOf('\0') < 0)
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
