package dev.sealconf.config;

import java.util.List;

/**
 * The fields by which SOPS's configuration names keys, for those that have no provider here yet.
 */
public final class KeyFields {
  /** Each is the field's name. */
  public static final String AGE = "age";

  public static final String PGP = "pgp";
  public static final String KMS = "kms";
  public static final String GCP_KMS = "gcp_kms";
  public static final String HCKMS = "hckms";
  public static final String AZURE_KEYVAULT = "azure_keyvault";
  public static final String HC_VAULT_TRANSIT_URI = "hc_vault_transit_uri";
  public static final String HC_VAULT = "hc_vault";

  /** All of them, of rules and of groups. */
  static final List<String> ALL =
      List.of(AGE, PGP, KMS, GCP_KMS, HCKMS, AZURE_KEYVAULT, HC_VAULT_TRANSIT_URI, HC_VAULT);

  private KeyFields() {}
}
