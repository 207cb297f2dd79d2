package dev.sealconf.evidence;

/** The X25519 test identities that the SOPS project publishes: {@code testdata/golden}. */
final class TestKeys {
  /** The recipient of the first one. */
  static final String RECIPIENT = "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";

  /** Both, one a line, as {@code SOPS_AGE_KEY} takes them. */
  static final String IDENTITIES =
      "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7\n"
          + "AGE-SECRET-KEY-1432K5YRNSC44GC4986NXMX6GVZ52WTMT9C79CLUVWYY4DKDHD5JSNDP4MC\n";

  private TestKeys() {}
}
