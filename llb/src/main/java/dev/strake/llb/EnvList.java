package dev.strake.llb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Environment variables in the order of their last assignment. Immutable; versions share what they have in common, so
 * that setting and looking up cost the logarithm of the size.
 */
public final class EnvList {
  /** The {@code PATH} of processes on Unix where nothing sets it. */
  public static final String UNIX_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  public static final EnvList EMPTY = new EnvList(PersistentTree.empty(), PersistentTree.empty(), 0);

  private final PersistentTree<String, Assignment> byName;
  private final PersistentTree<Long, Assignment> byTime;
  private final long clock;

  private EnvList(
      PersistentTree<String, Assignment> byName, PersistentTree<Long, Assignment> byTime, long clock) {
    this.byName = byName;
    this.byTime = byTime;
    this.clock = clock;
  }

  /** Sets a variable; it moves to the end of the order. */
  public EnvList with(String name, String value) {
    Assignment before = byName.get(name);
    PersistentTree<Long, Assignment> others = before == null ? byTime : byTime.without(before.time());
    Assignment assignment = new Assignment(clock, name, value);
    return new EnvList(byName.with(name, assignment), others.with(clock, assignment), clock + 1);
  }

  /** Sets a variable; one that is set already keeps its place. */
  public EnvList withInPlace(String name, String value) {
    Assignment before = byName.get(name);
    if (before == null) {
      return with(name, value);
    }
    Assignment assignment = new Assignment(before.time(), name, value);
    return new EnvList(byName.with(name, assignment), byTime.with(before.time(), assignment), clock);
  }

  /** Sets a variable unless it is set. */
  public EnvList withDefault(String name, String value) {
    return contains(name) ? this : with(name, value);
  }

  public EnvList without(String name) {
    Assignment before = byName.get(name);
    return before == null ? this : new EnvList(byName.without(name), byTime.without(before.time()), clock);
  }

  public Optional<String> get(String name) {
    Assignment found = byName.get(name);
    return found == null ? Optional.empty() : Optional.of(found.value());
  }

  public boolean contains(String name) {
    return byName.get(name) != null;
  }

  public int size() {
    return byName.size();
  }

  /** Visits names and values in order. */
  public void forEach(BiConsumer<String, String> action) {
    byTime.forEach(assignment -> action.accept(assignment.name(), assignment.value()));
  }

  /** The names in order. */
  public List<String> names() {
    List<String> names = new ArrayList<>(size());
    forEach((name, value) -> names.add(name));
    return names;
  }

  /** {@code name=value}, in order. */
  public List<String> toList() {
    List<String> all = new ArrayList<>(size());
    forEach((name, value) -> all.add(name + "=" + value));
    return all;
  }

  /** Names and values, in order. */
  public Map<String, String> toMap() {
    Map<String, String> all = LinkedHashMap.newLinkedHashMap(size());
    forEach(all::put);
    return all;
  }

  /** Lists with the same variables in the same order are equal. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof EnvList list && toList().equals(list.toList());
  }

  @Override
  public int hashCode() {
    return new HashMap<>(toMap()).hashCode();
  }

  @Override
  public String toString() {
    return toList().toString();
  }

  private record Assignment(long time, String name, String value) {}
}
