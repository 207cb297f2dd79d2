package dev.sealconf.growth;

import com.sun.management.ThreadMXBean;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in this process and counts the bytes of memory that they ask for, all told. */
final class Allocated {
  /** A recipient and an identity of the test keys that the SOPS project publishes. */
  private static final String RECIPIENT =
      "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";

  private static final String IDENTITY =
      "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7";

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Path folder;

  Allocated(Path folder) {
    this.folder = folder;
  }

  /**
   * What each command asks for on a file of this shape; commands after one that refuses the file
   * are left out.
   *
   * @return bytes by command, in the order they were run
   */
  Map<String, Long> of(Shape shape, int size) {
    Map<String, Long> bytes = new LinkedHashMap<>();
    String file = shape.name() + "." + shape.suffix();
    byte[] plain = shape.bytes(size);
    write(file, plain);
    List<String> encrypt = new ArrayList<>(List.of("encrypt", "--age", RECIPIENT));
    encrypt.addAll(shape.flags());
    encrypt.add(file);
    byte[] sealed = run("encrypt", encrypt, bytes);
    if (sealed.length > 0) {
      write(file, sealed);
      if (!java.util.Arrays.equals(run("decrypt", List.of("decrypt", file), bytes), plain)) {
        throw new AssertionError(shape + " of size " + size + " did not come back");
      }
      run("set", List.of("set", file, shape.newPlace(), "\"x\""), bytes);
    }
    return bytes;
  }

  private byte[] run(String name, List<String> words, Map<String, Long> bytes) {
    TestWorld machine = TestWorld.in(folder).with("SOPS_AGE_KEY", IDENTITY);
    var world = machine.world();
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    int code = CommandLines.run(world, "sealconf", words);
    long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    if (code == 0) {
      bytes.put(name, after - before);
      return machine.outBytes();
    }
    if (!machine.err().contains("\nhint: ") || machine.err().contains("defect")) {
      throw new AssertionError(words + " failed without saying what to do: " + machine.err());
    }
    return new byte[0];
  }

  private void write(String file, byte[] content) {
    try {
      Files.write(folder.resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
