package dev.sealconf.keys.providers.remote;

import dev.sealconf.keys.MasterKey;

/** A service that keeps keys, as messages speak of it. */
public interface RemoteService {

  /** Its name as its vendor writes it. */
  String name();

  /** What most likely helps: a command to type, or whom to ask for what. */
  String advice(Refusal refusal, MasterKey key);
}
