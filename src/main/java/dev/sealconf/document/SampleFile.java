package dev.sealconf.document;

/**
 * A plain file of a format, with content that is common in users' files.
 *
 * @param name the name of the file
 * @param start the text at the start
 * @param line the text that follows once for each value; {@code %} is the number of the value
 * @param end the text at the end
 */
public record SampleFile(String name, String start, String line, String end) {

  /** Returns the file with this many values. */
  public String text(int values) {
    StringBuilder text = new StringBuilder(start);
    for (int i = 0; i < values; i++) {
      text.append(line.replace("%", Integer.toString(i)));
    }
    return text.append(end).toString();
  }
}
