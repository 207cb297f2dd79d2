package example;

import dev.sealconf.Sealconf;

/** Reads an encrypted resource into a record, from the module path. */
public final class Modular {
  record Config(Database db) {}

  record Database(String user, String password, int port) {}

  private Modular() {}

  public static void main(String[] args) {
    Database db = Sealconf.readResource(Modular.class, "/secrets.yaml").as(Config.class).db();
    System.out.println("user " + db.user() + ", port " + db.port());
    System.out.println("in " + Modular.class.getModule());
  }
}
