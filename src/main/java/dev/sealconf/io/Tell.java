package dev.sealconf.io;

/**
 * Receives what an operation reports while it works. Each text is one line without its line break,
 * in which the caller has already quoted untrusted parts. Implementations may be called from
 * several threads.
 */
public interface Tell {

  /** Ignores everything. */
  Tell NOTHING =
      new Tell() {
        @Override
        public void warn(String message) {}

        @Override
        public void say(String line) {}

        @Override
        public boolean watched() {
          return false;
        }
      };

  /** Reports something the user should look at; the work goes on. */
  void warn(String message);

  /** Reports what happened. */
  void say(String line);

  /** Whether a person reads this as it happens, so that progress makes sense. */
  boolean watched();
}
