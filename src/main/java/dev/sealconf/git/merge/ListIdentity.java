package dev.sealconf.git.merge;

import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.process.Subprocess;
import dev.sealconf.operation.merge.ItemIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * How items of lists are told apart in a repository: git's setting {@code sealconf.identityKey}.
 */
final class ListIdentity {
  /** The setting: names of keys with commas between them; it may be there several times. */
  static final String SETTING = "sealconf.identityKey";

  private ListIdentity() {}

  static ItemIdentity of(Repository repository) {
    Subprocess.Result result =
        repository.git().run(new byte[0], List.of("config", "--get-all", "-z", SETTING));
    String text = new String(result.out(), StandardCharsets.UTF_8);
    return new ItemIdentity(
        Stream.of(text.split("[\0,]")).map(String::strip).filter(key -> !key.isEmpty()).toList());
  }
}
