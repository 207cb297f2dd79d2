package dev.sealconf.crypto;

/**
 * Where the work of a process stops being small. Measured as processor time of a whole new process
 * that seals and hashes values of 40 bytes with nonces of 32, with a class data archive, on two
 * cores under load (light against JCA, ms, JDK 17 / 25):
 *
 * <ul>
 *   <li>under {@code -XX:TieredStopAtLevel=1}, 20 values: 74 against 141 / 41 against 99; 20,000
 *       values: 146 against 261 / 110 against 241; 60,000: 262 against 492 / 216 against 443. The
 *       JCA never catches up, because the processor's AES is reached through the second compiler
 *       only;
 *   <li>without that option, 60,000 values: 444 against 603 / 397 against 511; 200,000: 703 against
 *       844 / 653 against 651. Here the two cross;
 *   <li>one value of 100 MB, without that option: 1979 against 2295 / 2279 against 3306.
 * </ul>
 */
final class WorkSize {
  private static final int VALUES = 200_000;
  private static final long BYTES = 256L * 1024 * 1024;

  private WorkSize() {}

  static boolean large(int values, long bytes) {
    return values >= VALUES || bytes >= BYTES;
  }
}
