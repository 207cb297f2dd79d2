package dev.sealconf.document;

/**
 * A plain file of a format, with what users' files often hold.
 *
 * @param name the name of the file
 * @param start the first text in it
 * @param line what follows, once for each value; {@code %} is the number of the value
 * @param end the last text in it
 */
public record SampleFile(String name, String start, String line, String end) {

  /** The file with this many values. */
  public String text(int values) {
    StringBuilder text = new StringBuilder(start);
    for (int i = 0; i < values; i++) {
      text.append(line.replace("%", Integer.toString(i)));
    }
    return text.append(end).toString();
  }
}
