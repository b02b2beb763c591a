package dev.strake.bridge.session;

import io.grpc.stub.ServerCallStreamObserver;
import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends messages on a call from several threads, no faster than the daemon takes them.
 *
 * @param <M> what the call's messages are
 */
final class CallOutput<M> {

  private final ServerCallStreamObserver<M> call;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean ended;

  /** To be made before the call's handler returns. */
  CallOutput(ServerCallStreamObserver<M> call) {
    this.call = call;
    call.setOnReadyHandler(this::wake);
  }

  private void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends a message as soon as there is room.
   *
   * @throws IOException when the call has ended
   */
  void send(M message) throws IOException {
    lock.lock();
    try {
      while (!ended && !call.isReady()) {
        changed.await();
      }
      if (ended) {
        throw new IOException("the daemon has ended the transfer");
      }
      call.onNext(message);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends without waiting. For small messages from the thread that receives: there, waiting would keep the word that
   * there is room again from coming through.
   */
  void sendNow(M message) {
    lock.lock();
    try {
      if (!ended) {
        call.onNext(message);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the call well, unless it has ended. */
  void complete() {
    end(call::onCompleted);
  }

  /** Ends the call with an error, unless it has ended. */
  void fail(Throwable error) {
    end(() -> call.onError(error));
  }

  /** The daemon has broken off: nobody is to wait any longer. */
  void abandon() {
    end(() -> {});
  }

  private void end(Runnable ending) {
    lock.lock();
    try {
      if (!ended) {
        ended = true;
        ending.run();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
