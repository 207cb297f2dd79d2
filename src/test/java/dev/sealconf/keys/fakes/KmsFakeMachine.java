package dev.sealconf.keys.fakes;

import com.sun.net.httpserver.HttpExchange;
import dev.sealconf.keys.fakes.KmsFake.Call;
import java.io.IOException;

/**
 * What a machine of AWS has for those who run on it: the metadata of an instance, below {@code
 * /instance}, and the credentials of a container, at {@code /container}.
 */
record KmsFakeMachine(HttpExchange exchange) {
  private static final String INSTANCE = "/instance/latest/";
  private static final String ROLES = INSTANCE + "meta-data/iam/security-credentials/";
  private static final String ROLE = "role-of-the-machine";
  private static final String TOKEN = "token-of-the-metadata";

  static boolean has(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.startsWith("/instance/") || path.equals("/container");
  }

  Call answer() throws IOException {
    String path = exchange.getRequestURI().getPath();
    String token = exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token");
    boolean instance = TOKEN.equals(token);
    if (path.equals("/container") || instance && path.equals(ROLES + ROLE)) {
      KmsFake.send(exchange, 200, credentials());
      return new Call("GetCredentials", "", path, "OK");
    }
    if (path.equals(INSTANCE + "api/token")) {
      exchange.getResponseHeaders().set("X-aws-ec2-metadata-token-ttl-seconds", "60");
      KmsFake.send(exchange, 200, TOKEN);
    } else {
      boolean list = instance && path.equals(ROLES);
      KmsFake.send(exchange, list ? 200 : 404, list ? ROLE : "");
    }
    return new Call("GetMetadata", "", path, "OK");
  }

  private static String credentials() {
    return """
    {"Code": "Success", "Type": "AWS-HMAC", "AccessKeyId": "%s", "SecretAccessKey": "%s",
      "Token": "%s", "Expiration": "2099-01-01T00:00:00Z"}\
    """
        .formatted(KmsFakeLogin.SESSION, KmsFake.SECRET, KmsFakeLogin.TOKEN);
  }
}
