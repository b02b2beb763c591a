package dev.strake.bridge.http2;

import java.util.ArrayList;
import java.util.List;

/** Which streams can send again after they had to wait, and their listeners do not know yet. Thread-safe. */
final class RoomNews {

  private final List<Stream> eased = new ArrayList<>();
  private boolean turnCame;

  /** Something has gone of what waited in the stream. Tells nobody: the connection's lock is held. */
  synchronized void add(Stream stream) {
    eased.add(stream);
  }

  /** The same for a stream that had to wait for others to end, which an application may have had them do. */
  synchronized void addInTurn(Stream stream) {
    eased.add(stream);
    turnCame = true;
  }

  /** Tells the listeners. For what the peer has sent, in the thread that reads it. */
  void tell() {
    List<Stream> told;
    synchronized (this) {
      told = List.copyOf(eased);
      eased.clear();
      turnCame = false;
    }
    told.stream().filter(Stream::isWritable).forEach(stream -> stream.listener().onWritable());
  }

  /**
   * Has those told whose turn has come. For what an application has done: it may hold locks, under which nobody's
   * listener must run, not even one that another thread was about to tell. Hence a thread of its own.
   */
  void tellElsewhere() {
    synchronized (this) {
      if (!turnCame) {
        return;
      }
      turnCame = false;
    }
    Thread.startVirtualThread(this::tell);
  }
}
