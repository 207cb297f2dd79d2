package dev.sealconf.evidence;

import java.util.List;

/** One random document of each format for a seed. */
final class RandomDocuments {
  private RandomDocuments() {}

  static List<Sample> ofEveryFormat(long seed) {
    return List.of(
        new Sample("random YAML, seed " + seed, "yaml", RandomYaml.document(seed)),
        new Sample("random JSON, seed " + seed, "json", RandomJson.document(seed)),
        new Sample("random ENV, seed " + seed, "dotenv", RandomLines.env(seed)),
        new Sample("random INI, seed " + seed, "ini", RandomLines.ini(seed)),
        new Sample("random properties, seed " + seed, "properties", RandomProperties.file(seed)),
        new Sample("random bytes, seed " + seed, "binary", RandomLines.binary(seed)));
  }
}
