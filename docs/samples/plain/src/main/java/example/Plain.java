package example;

import dev.sealconf.Sealconf;
import dev.sealconf.SealedDocument;
import dev.sealconf.error.SealconfException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads single values of an encrypted file. */
public final class Plain {
  private Plain() {}

  public static void main(String[] args) {
    try {
      SealedDocument secrets = Sealconf.read(Path.of("secrets.yaml"));
      char[] password = secrets.chars("db.password");
      System.out.println("user " + secrets.get("db.user"));
      System.out.println("a password of " + password.length + " characters");
      Arrays.fill(password, '\0');
    } catch (SealconfException e) {
      System.err.println(e.getMessage());
      e.location().ifPresent(place -> System.err.println("  in: " + place));
      e.hints().forEach(hint -> System.err.println("  hint: " + hint));
      System.exit(1);
    }
  }
}
