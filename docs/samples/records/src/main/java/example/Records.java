package example;

import dev.sealconf.Sealconf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads an encrypted file into records. */
public final class Records {
  private Records() {}

  record Config(Database db, List<Server> servers, Optional<String> note) {}

  record Database(String user, char[] password, int port) {}

  record Server(String host, Duration timeout) {}

  public static void main(String[] args) {
    Config config = Sealconf.read(Path.of("secrets.yaml")).as(Config.class);
    System.out.println("user " + config.db().user() + ", port " + config.db().port());
    for (Server server : config.servers()) {
      System.out.println(server.host() + ", " + server.timeout().toSeconds() + " s");
    }
    System.out.println(config.note().orElse("no note"));
  }
}
