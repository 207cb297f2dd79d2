package dev.sealconf.keys;

import java.util.List;

/** Master keys of which any one gives this group's share of the data key. */
public record KeyGroup(List<MasterKey> masterKeys) {}
