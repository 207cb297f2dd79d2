package dev.sealconf.io;

/**
 * Receives what an operation reports while it runs. Each text is one line without a line break, in
 * which the caller has already quoted untrusted parts. Implementations may be called from several
 * threads.
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

  /** Reports a problem that the user should look at. The operation continues. */
  void warn(String message);

  /** Reports what happened. */
  void say(String line);

  /** Returns whether a person is watching, so that progress reports are useful. */
  boolean watched();
}
