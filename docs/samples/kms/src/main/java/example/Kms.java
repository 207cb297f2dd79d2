package example;

import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import java.nio.file.Path;

/** Reads a file that is encrypted with a key of AWS KMS. */
public final class Kms {
  private Kms() {}

  /** Finds credentials as every program with AWS's client does: variables, profiles, roles. */
  public static void main(String[] args) {
    SealconfOptions options = SealconfOptions.DEFAULT.warnings(System.err::println);
    String password = Sealconf.read(Path.of("secrets.yaml"), options).get("db.password");
    System.out.println("a password of " + password.length() + " characters");
  }
}
