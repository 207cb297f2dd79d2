/** A module that reads an encrypted resource of its own. */
module example {
  requires dev.sealconf;

  opens example to
      tools.jackson.databind;
}
