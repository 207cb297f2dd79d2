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

/** Finds the folders in which a folder for plaintext may be made. */
final class PlaintextPlaces {
  private PlaintextPlaces() {}

  /** Folders on memory file systems, best first. */
  static List<Path> inMemory(World world) {
    Set<Path> candidates = new LinkedHashSet<>();
    absolute(world, "XDG_RUNTIME_DIR").ifPresent(candidates::add);
    FileOwner.ofProcess().ifPresent(user -> candidates.add(Path.of("/run/user/" + user)));
    candidates.add(Path.of("/dev/shm"));
    MemoryFileSystems memory = MemoryFileSystems.ofThisMachine();
    return candidates.stream().filter(place -> isFirm(place) && memory.hold(place)).toList();
  }

  /** The folder for temporary files, whatever is below it. */
  static Path onDisk(World world) {
    return absolute(world, "TMPDIR")
        .filter(Files::isDirectory)
        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** All of them. */
  static List<Path> all(World world) {
    List<Path> all = new ArrayList<>(inMemory(world));
    all.add(onDisk(world));
    return all;
  }

  /** Whether no other user but root can rename or remove what this user has in a folder. */
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
