package dev.sealconf.document.format;

import dev.sealconf.document.Entry;
import dev.sealconf.document.Layout;
import java.util.List;

/** The layout of a JSON file's root: all its entries, the metadata's among them. */
record JsonRoot(List<Entry> entries) implements Layout {}
