package dev.strake.frontend.lower.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that grows at its end only. Immutable: appending makes another list, which shares all elements with this one,
 * at the same cost however long the list is.
 */
public final class AppendList<T> {

  private static final AppendList<Object> EMPTY = new AppendList<>(null, null, 0);

  private final @Nullable AppendList<T> before;
  private final @Nullable T last;
  private final int size;

  private AppendList(@Nullable AppendList<T> before, @Nullable T last, int size) {
    this.before = before;
    this.last = last;
    this.size = size;
  }

  @SuppressWarnings("unchecked") // It has no element of any type.
  public static <T> AppendList<T> empty() {
    return (AppendList<T>) EMPTY;
  }

  public static <T> AppendList<T> of(List<T> elements) {
    AppendList<T> list = empty();
    for (T element : elements) {
      list = list.append(element);
    }
    return list;
  }

  public AppendList<T> append(T element) {
    return new AppendList<>(this, element, size + 1);
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  /** The elements in order. Takes as long as the list is. */
  public List<T> toList() {
    List<T> elements = new ArrayList<>(size);
    for (AppendList<T> at = this; at.before != null && at.last != null; at = at.before) {
      elements.add(at.last);
    }
    Collections.reverse(elements);
    return elements;
  }
}
