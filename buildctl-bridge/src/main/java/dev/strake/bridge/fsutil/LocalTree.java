package dev.strake.bridge.fsutil;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this side. Its entries come in the protocol's order: each folder in front of its entries, which are
 * sorted by the bytes of their names.
 *
 * <p>Symbolic links are entries, never followed, but for the way to the root itself.
 */
public final class LocalTree {

  /** UTF-8 sorts as code points do, which is not how Java sorts. */
  private static final Comparator<String> BYTE_ORDER = LocalTree::compareCodePoints;

  private final Path root;

  private LocalTree(Path root) {
    this.root = root;
  }

  /**
   * A tree.
   *
   * @throws IOException when it does not exist or is no folder
   */
  public static LocalTree of(Path root) throws IOException {
    Path real = root.toRealPath();
    if (!Files.isDirectory(real)) {
      throw new NotDirectoryException(root.toString());
    }
    return new LocalTree(real);
  }

  /** One entry; {@code path} is relative, with {@code /}. */
  record Entry(String path, String name, Path file, UnixAttributes attributes) {}

  /** Is led through a tree. */
  interface Visitor {
    /** Whether to go into the entry, if it is a folder; {@link #leave} is called only for a folder gone into. */
    boolean enter(Entry entry) throws IOException;

    void leave(Entry folder);

    /** The entry is a folder whose entries cannot be read. */
    void unreadable(Entry folder, IOException reason) throws IOException;
  }

  Path resolve(String path) {
    return root.resolve(path);
  }

  /** Leads the visitor through all entries but the root. Entries that vanish on the way are left out. */
  void walk(Visitor visitor) throws IOException {
    Deque<Folder> open = new ArrayDeque<>();
    open.push(new Folder(null, names(root).iterator()));
    while (!open.isEmpty()) {
      Folder folder = open.element();
      if (folder.rest.hasNext()) {
        step(folder, folder.rest.next(), visitor, open);
      } else {
        open.pop();
        if (folder.entry != null) {
          visitor.leave(folder.entry);
        }
      }
    }
  }

  private void step(Folder folder, String name, Visitor visitor, Deque<Folder> open) throws IOException {
    Entry entry;
    try {
      entry = folder.entry == null ? entry("", root, name) : entry(folder.entry.path + "/", folder.entry.file, name);
    } catch (NoSuchFileException vanished) {
      return;
    }
    if (!visitor.enter(entry) || !entry.attributes.isDirectory()) {
      return;
    }
    try {
      open.push(new Folder(entry, names(entry.file).iterator()));
    } catch (NoSuchFileException vanished) {
      visitor.leave(entry);
    } catch (IOException e) {
      visitor.unreadable(entry, e);
      visitor.leave(entry);
    }
  }

  /** The entries' names, sorted; of the root with an empty path. */
  List<String> names(String path) throws IOException {
    return names(root.resolve(path));
  }

  private static Entry entry(String prefix, Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    return new Entry(prefix + name, name, file, UnixAttributes.read(file));
  }

  private static List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path file : stream) {
        names.add(file.getFileName().toString());
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(BYTE_ORDER);
    return names;
  }

  static int compareCodePoints(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        boolean leftLow = Character.isSurrogate(left);
        // A surrogate stands for a code point above all that a single char can be.
        return leftLow == Character.isSurrogate(right) ? Character.compare(left, right) : leftLow ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** A folder that is being walked; without an entry it is the root. */
  private record Folder(@Nullable Entry entry, Iterator<String> rest) {}
}
