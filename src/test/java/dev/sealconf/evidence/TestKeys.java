package dev.sealconf.evidence;

/** The first of the test identities that the SOPS project publishes: {@code testdata/golden}. */
final class TestKeys {
  static final String RECIPIENT = "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";
  static final String IDENTITY =
      "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7";

  private TestKeys() {}
}
