package dev.strake.bridge.control;

import io.grpc.Channel;
import java.time.Duration;
import java.util.Optional;

/** A connection to a daemon. Thread-safe. */
interface Link extends AutoCloseable {

  /** For calls. It connects when first used. */
  Channel channel();

  /**
   * Waits until a server has answered that speaks gRPC's protocol: a call would wait for one that never does.
   *
   * <p>Where nobody can be reached, some connections tell why to calls only: then this returns at once, and the next call
   * fails at once.
   *
   * @throws io.grpc.StatusRuntimeException {@code UNAVAILABLE} where nobody can be reached, {@code DEADLINE_EXCEEDED}
   *     where somebody can be and does not answer within the time given, {@code INTERNAL} where it is something else
   */
  void awaitServer(Duration patience) throws InterruptedException;

  /** Whether there is a connection, or one on its way that has not failed yet. */
  boolean isConnected();

  /** The next call tries at once to connect, however often that has failed. */
  void forgetFailures();

  /** Why no connection could be had, where a program in between has said so. */
  Optional<String> complaint();

  @Override
  void close();
}
