package dev.sealconf.envelope.spelling;

import dev.sealconf.document.tree.Node;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.selection.CoveredWalk;
import dev.sealconf.envelope.spelling.Spelling.Address;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses of everything that can have a spelling: values, sealed comments, and containers
 * that the seal covers ({@code docs/format.md §9}).
 */
final class Addresses implements CoveredWalk.Visitor {

  /**
   * The location of something with an address.
   *
   * @param first the number of its place, or of the first place in a container
   * @param last the same number, or that of the end of a container
   */
  record Slot(int first, int last) {
    boolean isContainer() {
      return first != last;
    }

    // A record's own equals and hashCode are linked on their first call, which the class archive
    // can't hold. Writing them out makes a small encrypt 5 % faster.
    @Override
    public boolean equals(Object other) {
      return other instanceof Slot slot && slot.first == first && slot.last == last;
    }

    @Override
    public int hashCode() {
      return 31 * first + last;
    }
  }

  private final Map<Address, Slot> slots = new HashMap<>();
  private final Map<Slot, Address> addresses = new HashMap<>();
  private final Map<Integer, Slot> containers = new HashMap<>();
  private final Map<List<Object>, Integer> counts = new HashMap<>();
  private final List<Object> path = new ArrayList<>();
  private final Deque<Integer> firsts = new ArrayDeque<>();

  private int comments;

  private Addresses() {}

  static Addresses of(OpenedDocument opened) {
    Addresses addresses = new Addresses();
    CoveredWalk.over(
        opened.document().branches(),
        opened.places(),
        opened.metadata().macOnlyEncrypted(),
        addresses);
    return addresses;
  }

  Optional<Slot> slot(Address address) {
    return Optional.ofNullable(slots.get(address));
  }

  /** Returns the covered container that ends with this place. */
  Optional<Slot> containerUpTo(int last) {
    return Optional.ofNullable(containers.get(last));
  }

  Optional<Address> address(Slot slot) {
    return Optional.ofNullable(addresses.get(slot));
  }

  @Override
  public void enter(Object step, Node container, int first) {
    path.add(step);
    firsts.push(first);
  }

  @Override
  public void leave(OpenedPlace end, int index, boolean covered) {
    int first = firsts.pop();
    if (covered && first < index) {
      Slot slot = new Slot(first, index);
      containers.put(index, slot);
      add(slot);
    }
    path.remove(path.size() - 1);
  }

  @Override
  public void leaf(Object step, OpenedPlace place, int index) {
    path.add(step);
    add(new Slot(index, index));
    path.remove(path.size() - 1);
  }

  @Override
  public void comment(OpenedPlace place, int index) {
    put(Address.comment(comments++), new Slot(index, index));
  }

  private void add(Slot slot) {
    List<Object> here = List.copyOf(path);
    put(new Address(here, counts.merge(here, 1, Integer::sum) - 1), slot);
  }

  private void put(Address address, Slot slot) {
    slots.put(address, slot);
    addresses.put(slot, address);
  }
}
