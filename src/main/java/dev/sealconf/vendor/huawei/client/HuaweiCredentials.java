package dev.sealconf.vendor.huawei.client;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.auth.ICredential;
import com.huaweicloud.sdk.core.auth.MetadataCredentialProvider;
import com.huaweicloud.sdk.core.exception.SdkException;
import dev.sealconf.error.Printable;
import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import dev.sealconf.io.file.KeyFile;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.ServiceFailure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the user's Huawei Cloud credentials, in the order of SOPS and the vendor's SDKs:
 * environment variables, the section {@code [basic]} of a file, then the metadata server of a
 * Huawei Cloud machine.
 */
public final class HuaweiCredentials {
  private static final String VARIABLES = "HUAWEICLOUD_SDK_";
  private static final String METADATA = "http://169.254.169.254/openstack/latest/meta_data.json";
  private static final int PING_MILLIS = 500;

  private final World world;

  /**
   * The credentials that were found.
   *
   * @param place the place they come from, for messages
   */
  public record Found(ICredential credentials, String place) {

    public boolean hasProject() {
      return credentials instanceof BasicCredentials basic
          && basic.getProjectId() != null
          && !basic.getProjectId().isEmpty();
    }
  }

  /** Searches this world. */
  public HuaweiCredentials(World world) {
    this.world = world;
  }

  /** Returns the first credentials found. */
  public Found find() throws ServiceFailure {
    List<String> looked = new ArrayList<>(List.of(VARIABLES + "AK and " + VARIABLES + "SK"));
    Map<String, String> variables = new HashMap<>();
    for (String name : List.of("ak", "sk", "project_id", "security_token")) {
      String variable = VARIABLES + name.toUpperCase(java.util.Locale.ROOT);
      world.variable(variable).ifPresent(value -> variables.put(name, value));
    }
    if (isWhole(variables)) {
      return new Found(credentials(variables), VARIABLES + "AK");
    }
    Optional<Path> file = file();
    if (file.isPresent()) {
      String place = Printable.quote(file.get().toString());
      Map<String, String> section = section(file.get());
      if (isWhole(section)) {
        return new Found(credentials(section), place);
      }
      looked.add(place);
    }
    return ofThisMachine(looked);
  }

  private static boolean isWhole(Map<String, String> fields) {
    return fields.containsKey("ak") && fields.containsKey("sk");
  }

  private static ICredential credentials(Map<String, String> fields) {
    return new BasicCredentials()
        .withAk(fields.get("ak"))
        .withSk(fields.get("sk"))
        .withSecurityToken(fields.get("security_token"))
        .withProjectId(fields.get("project_id"));
  }

  private Optional<Path> file() {
    return world
        .variable(VARIABLES + "CREDENTIALS_FILE")
        .map(world::resolve)
        .or(() -> UserFolders.home(world).map(home -> home.resolve(".huaweicloud/credentials")));
  }

  /** Reads the {@code NAME = VALUE} lines of a section. */
  private Map<String, String> section(Path file) {
    Map<String, String> fields = new HashMap<>();
    if (KeyFile.read(file, world) instanceof KeyFile.Found found) {
      boolean inside = false;
      String content = new String(found.content(), StandardCharsets.UTF_8);
      Arrays.fill(found.content(), (byte) 0);
      for (String line : content.split("\\R")) {
        String text = line.strip();
        int equals = text.indexOf('=');
        if (text.startsWith("[")) {
          inside = text.equals("[basic]");
        } else if (inside && equals > 0 && !text.startsWith("#") && !text.startsWith(";")) {
          fields.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
        }
      }
    }
    fields.values().removeIf(String::isEmpty);
    return fields;
  }

  private Found ofThisMachine(List<String> looked) throws ServiceFailure {
    String place = "the metadata server of this machine";
    looked.add(place);
    if (answers()) {
      try {
        ICredential found =
            MetadataCredentialProvider.getBasicCredentialMetadataProvider().getCredentials();
        world
            .variable(VARIABLES + "PROJECT_ID")
            .ifPresent(project -> ((BasicCredentials) found).setProjectId(project));
        return new Found(found, place);
      } catch (SdkException e) {
        throw new ServiceFailure(Refusal.NO_CREDENTIALS, String.join(", ", looked)).from(e);
      }
    }
    throw new ServiceFailure(Refusal.NO_CREDENTIALS, String.join(", ", looked));
  }

  /**
   * Returns whether the metadata server answers. If it doesn't exist, the vendor's own search would
   * take a minute.
   */
  private static boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(METADATA).toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(PING_MILLIS);
      connection.setReadTimeout(PING_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}
