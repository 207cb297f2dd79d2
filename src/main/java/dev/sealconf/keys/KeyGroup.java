package dev.sealconf.keys;

import java.util.List;

/** A group of master keys. Any one of them can unwrap the group's share of the data key. */
public record KeyGroup(List<MasterKey> masterKeys) {}
