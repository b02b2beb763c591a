package dev.strake.llb;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map whose versions share their nodes: an AVL tree with copied paths. Its depth, and so its recursion, is
 * logarithmic.
 */
final class PersistentTree<K extends Comparable<K>, V> {
  private final @Nullable Node<K, V> root;

  private PersistentTree(@Nullable Node<K, V> root) {
    this.root = root;
  }

  static <K extends Comparable<K>, V> PersistentTree<K, V> empty() {
    return new PersistentTree<>(null);
  }

  int size() {
    return Node.size(root);
  }

  @Nullable V get(K key) {
    Node<K, V> node = root;
    while (node != null) {
      int order = key.compareTo(node.key);
      if (order == 0) {
        return node.value;
      }
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  PersistentTree<K, V> with(K key, V value) {
    return new PersistentTree<>(Node.with(root, key, value));
  }

  PersistentTree<K, V> without(K key) {
    return new PersistentTree<>(Node.without(root, key));
  }

  /** Visits the values by their keys' order. */
  void forEach(Consumer<V> action) {
    Node.forEach(root, action);
  }

  private static final class Node<K extends Comparable<K>, V> {
    private final K key;
    private final V value;
    private final @Nullable Node<K, V> left;
    private final @Nullable Node<K, V> right;
    private final int height;
    private final int size;

    private Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
      this.key = key;
      this.value = value;
      this.left = left;
      this.right = right;
      this.height = 1 + Math.max(height(left), height(right));
      this.size = 1 + size(left) + size(right);
    }

    static <K extends Comparable<K>, V> int height(@Nullable Node<K, V> node) {
      return node == null ? 0 : node.height;
    }

    static <K extends Comparable<K>, V> int size(@Nullable Node<K, V> node) {
      return node == null ? 0 : node.size;
    }

    static <K extends Comparable<K>, V> Node<K, V> with(@Nullable Node<K, V> node, K key, V value) {
      if (node == null) {
        return new Node<>(key, value, null, null);
      }
      int order = key.compareTo(node.key);
      if (order == 0) {
        return new Node<>(key, value, node.left, node.right);
      }
      return order < 0
          ? balanced(node, with(node.left, key, value), node.right)
          : balanced(node, node.left, with(node.right, key, value));
    }

    static <K extends Comparable<K>, V> @Nullable Node<K, V> without(@Nullable Node<K, V> node, K key) {
      if (node == null) {
        return null;
      }
      int order = key.compareTo(node.key);
      if (order != 0) {
        return order < 0
            ? balanced(node, without(node.left, key), node.right)
            : balanced(node, node.left, without(node.right, key));
      }
      if (node.left == null) {
        return node.right;
      }
      if (node.right == null) {
        return node.left;
      }
      Node<K, V> next = node.right;
      while (next.left != null) {
        next = next.left;
      }
      return balanced(next, node.left, without(node.right, next.key));
    }

    /** The middle's key and value over the given sides, whose heights differ by two at most. */
    private static <K extends Comparable<K>, V> Node<K, V> balanced(
        Node<K, V> middle, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
      if (left != null && height(left) > height(right) + 1) {
        Node<K, V> pivot = height(left.left) >= height(left.right) ? left : rotatedLeft(left);
        return new Node<>(pivot.key, pivot.value, pivot.left, middle.over(pivot.right, right));
      }
      if (right != null && height(right) > height(left) + 1) {
        Node<K, V> pivot = height(right.right) >= height(right.left) ? right : rotatedRight(right);
        return new Node<>(pivot.key, pivot.value, middle.over(left, pivot.left), pivot.right);
      }
      return middle.over(left, right);
    }

    private static <K extends Comparable<K>, V> Node<K, V> rotatedLeft(Node<K, V> node) {
      Node<K, V> up = node.right;
      return up == null ? node : new Node<>(up.key, up.value, node.over(node.left, up.left), up.right);
    }

    private static <K extends Comparable<K>, V> Node<K, V> rotatedRight(Node<K, V> node) {
      Node<K, V> up = node.left;
      return up == null ? node : new Node<>(up.key, up.value, up.left, node.over(up.right, node.right));
    }

    private Node<K, V> over(@Nullable Node<K, V> newLeft, @Nullable Node<K, V> newRight) {
      return new Node<>(key, value, newLeft, newRight);
    }

    static <K extends Comparable<K>, V> void forEach(@Nullable Node<K, V> node, Consumer<V> action) {
      if (node != null) {
        forEach(node.left, action);
        action.accept(node.value);
        forEach(node.right, action);
      }
    }
  }
}
