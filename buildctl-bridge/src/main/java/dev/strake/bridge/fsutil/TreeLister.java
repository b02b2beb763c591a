package dev.strake.bridge.fsutil;

import dev.strake.bridge.fsutil.LocalTree.Entry;
import dev.strake.bridge.fsutil.TreeFilter.Verdict;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lists the wanted entries of a tree as the protocol has them: a folder that is not wanted itself comes just in front
 * of the first wanted entry in it. For one walk.
 */
final class TreeLister implements LocalTree.Visitor {

  /** Receives the entries in order. */
  interface Sink {
    void accept(Stat stat) throws IOException;
  }

  private final TreeFilter filter;
  private final StatReader reader = new StatReader();
  private final Sink sink;
  private final Deque<Folder> open = new ArrayDeque<>();

  private TreeLister(TreeFilter filter, Sink sink) {
    this.filter = filter;
    this.sink = sink;
  }

  static void list(LocalTree tree, TreeFilter filter, Sink sink) throws IOException {
    tree.walk(new TreeLister(filter, sink));
  }

  @Override
  public boolean enter(Entry entry) throws IOException {
    boolean folder = entry.attributes().isDirectory();
    Verdict parent = open.isEmpty() ? filter.root() : open.element().verdict;
    Verdict current = filter.judge(entry.path(), folder, parent);
    if (current.wanted()) {
      try {
        Stat stat = reader.read(entry);
        sendParents();
        sink.accept(stat);
      } catch (NoSuchFileException vanished) {
        return false;
      }
    }
    if (folder && current.enter()) {
      open.push(new Folder(entry, current));
      return true;
    }
    return false;
  }

  private void sendParents() throws IOException {
    // From the root down; most often the innermost was sent, and with it all others.
    if (open.isEmpty() || open.element().sent) {
      return;
    }
    for (var outermostFirst = open.descendingIterator(); outermostFirst.hasNext(); ) {
      Folder folder = outermostFirst.next();
      if (!folder.sent) {
        folder.sent = true;
        sink.accept(reader.read(folder.entry));
      }
    }
  }

  @Override
  public void leave(Entry folder) {
    open.pop();
  }

  @Override
  public void unreadable(Entry folder, IOException reason) throws IOException {
    if (open.element().verdict.wanted() || !(reason instanceof AccessDeniedException)) {
      throw reason;
    }
  }

  /** A folder that is being walked. */
  private static final class Folder {
    private final Entry entry;
    private final Verdict verdict;
    private boolean sent;

    Folder(Entry entry, Verdict verdict) {
      this.entry = entry;
      this.verdict = verdict;
      this.sent = verdict.wanted();
    }
  }
}
