package dev.sealconf.document.format.json;

import dev.sealconf.document.Layout;
import dev.sealconf.document.tree.Entry;
import java.util.List;

/** The layout of a JSON file's root: all its entries, including the metadata. */
record JsonRoot(List<Entry> entries) implements Layout {}
