package dev.strake.bridge.fsutil;

import dev.strake.llb.go.GoPath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Checks the entries that come from the other side: each path is relative and clean, stays inside, comes behind its
 * siblings in order, and lies in a folder that came before it as a folder. So no entry can lie behind a symbolic link.
 */
final class EntryOrder {

  /** Linux takes no longer ones. */
  private static final int MAX_PATH = 4096;

  private final Deque<Folder> open = new ArrayDeque<>();

  EntryOrder() {
    open.push(new Folder(""));
  }

  /** Takes the next entry. */
  void accept(String path, boolean folder) throws IOException {
    requireSafe(path);
    int slash = path.lastIndexOf('/');
    String parent = slash < 0 ? "" : path.substring(0, slash);
    String name = path.substring(slash + 1);
    Folder last = open.element();
    while (!open.isEmpty() && !open.element().path.equals(parent)) {
      last = open.pop();
    }
    if (open.isEmpty() || LocalTree.compareCodePoints(open.element().lastName, name) >= 0) {
      Folder shown = open.isEmpty() ? last : open.element();
      throw new IOException(
          "changes out of order: \"" + path + "\" \"" + GoPath.join(shown.path, shown.lastName) + "\"");
    }
    open.element().lastName = name;
    if (folder) {
      open.push(new Folder(path));
    }
  }

  private static void requireSafe(String path) throws IOException {
    if (path.length() > MAX_PATH) {
      throw new IOException("path of " + path.length() + " characters: file name too long");
    }
    if (path.startsWith("/")) {
      throw new IOException("absolute path " + path + ": invalid argument");
    }
    if (path.equals("..") || path.startsWith("../")) {
      throw new IOException("escape check " + path + ": invalid argument");
    }
    if (path.equals(".") || path.indexOf('\0') >= 0 || !GoPath.clean(path).equals(path)) {
      throw new IOException("unclean path " + path + ": invalid argument");
    }
  }

  private static final class Folder {
    private final String path;
    private String lastName = "";

    Folder(String path) {
      this.path = path;
    }
  }
}
