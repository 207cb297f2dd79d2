package example;

import dev.sealconf.ReloadListener;
import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.SealedDocument;
import dev.sealconf.Watched;
import dev.sealconf.error.SealconfException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Uses each new version of an encrypted file, until a version says that it is the last one. */
public final class Reload {
  private Reload() {}

  record Config(int version, String user, String password, boolean last) {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    SealconfOptions options = SealconfOptions.DEFAULT.interval(Duration.ofMillis(20));
    ReloadListener<SealedDocument> listener =
        new ReloadListener<>() {
          @Override
          public void changed(SealedDocument now) {
            if (use(now.as(Config.class)).last()) {
              end.countDown();
            }
          }

          @Override
          public void failed(SealconfException why) {
            System.out.println("kept the old version: " + why.getMessage());
          }
        };
    try (Watched<SealedDocument> watched =
        Sealconf.watch(Path.of("secrets.yaml"), options, listener)) {
      use(watched.current().as(Config.class));
      end.await();
    }
  }

  private static Config use(Config config) {
    System.out.println(
        "version " + config.version() + " " + config.user() + " " + config.password().length());
    return config;
  }
}
