package dev.sealconf.keys.fakes;

import com.sun.net.httpserver.HttpExchange;
import dev.sealconf.keys.fakes.KmsFake.Call;
import dev.sealconf.keys.fakes.KmsFakeKeys.Refusal;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A request for credentials: to STS, or to IAM Identity Center for who has logged in there. */
record KmsFakeLogin(HttpExchange exchange, String body) {
  static final String SESSION = "ASIASESSION";
  static final String TOKEN = "the-token-of-the-session";

  private static final String CREDENTIALS =
      """
      <Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>\
      <SessionToken>%s</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>\
      """;

  private static final String IDENTITY =
      """
      <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>%s</Arn>\
      </GetCallerIdentityResult></GetCallerIdentityResponse>\
      """;

  /** Answers; the call is recorded before the caller can know the answer. */
  void answer(KmsFakeCaller caller, Consumer<Call> record) throws IOException {
    boolean sso = exchange.getRequestURI().getPath().equals("/federation/credentials");
    Map<String, String> form = form(sso ? exchange.getRequestURI().getRawQuery() : body);
    String operation = sso ? "GetRoleCredentials" : form.getOrDefault("Action", "?");
    String detail = form.getOrDefault("RoleSessionName", form.getOrDefault("role_name", ""));
    try {
      String answer = credentials(operation, caller, form);
      record.accept(new Call(operation, caller.accessKey(), detail, "OK"));
      KmsFake.send(exchange, 200, answer);
    } catch (Refusal e) {
      record.accept(new Call(operation, caller.accessKey(), detail, e.getMessage()));
      String xml = "<ErrorResponse><Error><Code>%s</Code></Error></ErrorResponse>";
      KmsFake.send(exchange, 403, xml.formatted(e.getMessage()));
    }
  }

  private String credentials(String operation, KmsFakeCaller caller, Map<String, String> form)
      throws Refusal {
    switch (operation) {
      case "AssumeRole" -> {
        caller.require("sts", exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"));
        require(KmsFake.ROLE.equals(form.get("RoleArn")));
      }
      case "GetCallerIdentity" -> {
        return IDENTITY.formatted(caller.arn());
      }
      case "AssumeRoleWithWebIdentity" ->
          require(KmsFake.IDENTITY.equals(form.get("WebIdentityToken")));
      case "GetRoleCredentials" -> {
        String token = exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token");
        require(KmsFake.IDENTITY.equals(token) && KmsFake.ACCOUNT.equals(form.get("account_id")));
        return """
        {"roleCredentials": {"accessKeyId": "%s", "secretAccessKey": "%s",
          "sessionToken": "%s", "expiration": 4070908800000}}\
        """
            .formatted(SESSION, KmsFake.SECRET, TOKEN);
      }
      default -> throw new Refusal("InvalidAction");
    }
    String answer = "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>";
    return answer.formatted(operation, CREDENTIALS.formatted(SESSION, KmsFake.SECRET, TOKEN));
  }

  private static void require(boolean allowed) throws Refusal {
    if (!allowed) {
      throw new Refusal("AccessDenied");
    }
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return form;
  }
}
