package dev.sealconf.keys.fakes;

import dev.sealconf.keys.fakes.KmsFakeKeys.Refusal;

/** Who signed a request, and for which region and service. */
record KmsFakeCaller(String accessKey, String region, String service) {
  private static final String CREDENTIAL = "Credential=";

  static KmsFakeCaller of(String authorization) {
    if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 ")) {
      return new KmsFakeCaller("", "", "");
    }
    int at = authorization.indexOf(CREDENTIAL) + CREDENTIAL.length();
    String[] scope = authorization.substring(at, authorization.indexOf(',', at)).split("/");
    return new KmsFakeCaller(scope[0], scope[2], scope[3]);
  }

  /** Lets the holder pass, and sessions of the role that bring their token. */
  void require(String wanted, String token) throws Refusal {
    if (!service.equals(wanted)) {
      throw new Refusal("IncompleteSignatureException");
    }
    switch (accessKey) {
      case KmsFake.HOLDER, KmsFake.FOREIGNER -> {}
      case KmsFakeLogin.SESSION -> {
        if (!KmsFakeLogin.TOKEN.equals(token)) {
          throw new Refusal("UnrecognizedClientException");
        }
      }
      case KmsFake.STRANGER -> throw new Refusal("AccessDeniedException");
      case "ASIAEXPIRED" -> throw new Refusal("ExpiredTokenException");
      default -> throw new Refusal("UnrecognizedClientException");
    }
  }

  /** The ARN that STS knows the caller by. */
  String arn() throws Refusal {
    return switch (accessKey) {
      case KmsFake.HOLDER, KmsFake.STRANGER -> "arn:aws:iam::" + KmsFake.ACCOUNT + ":user/me";
      case KmsFakeLogin.SESSION ->
          "arn:aws:sts::" + KmsFake.ACCOUNT + ":assumed-role/sealconf/session";
      case KmsFake.FOREIGNER -> "arn:aws:iam::999988887777:user/them";
      default -> throw new Refusal("InvalidClientTokenId");
    };
  }
}
