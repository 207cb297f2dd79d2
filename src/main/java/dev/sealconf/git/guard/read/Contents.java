package dev.sealconf.git.guard.read;

import dev.sealconf.git.repository.Blobs;
import dev.sealconf.git.repository.Repository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads blobs. Their sizes are asked first, so that no large blob is read. */
public final class Contents implements AutoCloseable {
  private static final int CHUNK = 50_000;

  private final Plumbing git;
  private final Blobs blobs;
  private final Map<String, OptionalLong> sizes = new HashMap<>();

  /** Reads from this repository. */
  public Contents(Repository repository, Plumbing git) {
    this.git = git;
    this.blobs = new Blobs(repository);
  }

  /** Asks git for the sizes of many blobs at once. */
  public void ask(Collection<String> objects) {
    List<String> unknown = new ArrayList<>();
    for (String object : objects) {
      if (sizes.putIfAbsent(object, OptionalLong.empty()) == null) {
        unknown.add(object);
      }
    }
    for (int start = 0; start < unknown.size(); start += CHUNK) {
      List<String> chunk = unknown.subList(start, Math.min(unknown.size(), start + CHUNK));
      String answers = git.output(String.join("\n", chunk) + "\n", "cat-file", "--batch-check");
      for (String line : answers.split("\n")) {
        String[] fields = line.split(" ");
        if (fields.length == 3 && fields[1].equals("blob")) {
          sizes.put(fields[0], OptionalLong.of(Long.parseLong(fields[2])));
        }
      }
    }
  }

  /** Returns the size in bytes; empty if the blob is not in this clone. */
  public OptionalLong size(String object) {
    ask(List.of(object));
    return sizes.get(object);
  }

  /** Returns the bytes of a blob that is here and has at most this many. */
  public Optional<byte[]> bytes(String object, long most) {
    OptionalLong size = size(object);
    return size.isEmpty() || size.getAsLong() > most
        ? Optional.empty()
        : blobs.read(object).map(Blobs.Blob::bytes);
  }

  @Override
  public void close() {
    blobs.close();
  }
}
