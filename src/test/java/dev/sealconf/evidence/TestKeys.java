package dev.sealconf.evidence;

import java.util.List;

/** The X25519 test identities that the SOPS project publishes: {@code testdata/golden}. */
final class TestKeys {
  /** The recipient of the first one. */
  static final String RECIPIENT = "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";

  /** The recipient of the second one. */
  static final String SECOND = "age1afnrdrkyvy0sl5e08t9ffs4c7g5e5npc8luf7hjc77syewg5gajsls4r90";

  /** Recipients of whom no one in these tests has an identity: those of {@code testdata/keys}. */
  static final List<String> OTHERS =
      List.of(
          "age1luftpcty9gqzjvnwl4zp56nxhrn4tjlfmj6whlj20mu8nnfwmsqsyz2wr5",
          "age1vhwspcgxz6h3aa7kyeh2d2vkzq606a7zjy5s786rcql6e98uvd5q48pt9w",
          "age1ndk9xssr0qc94ac22f47nqk204plh429td0c5y4zu7h644sv65asl0nr3h");

  /** Both identities, one a line, as {@code SOPS_AGE_KEY} takes them. */
  static final String IDENTITIES =
      "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7\n"
          + "AGE-SECRET-KEY-1432K5YRNSC44GC4986NXMX6GVZ52WTMT9C79CLUVWYY4DKDHD5JSNDP4MC\n";

  private TestKeys() {}
}
