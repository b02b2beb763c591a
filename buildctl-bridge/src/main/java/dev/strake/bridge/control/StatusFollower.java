package dev.strake.bridge.control;

import dev.strake.bridge.content.BlobDigest;
import dev.strake.bridge.proto.control.ControlGrpc;
import dev.strake.bridge.proto.control.StatusRequest;
import dev.strake.bridge.proto.control.StatusResponse;
import dev.strake.bridge.session.Ids;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Follows a build's status and tells a listener of it. */
final class StatusFollower implements StreamObserver<StatusResponse> {

  /** How long a daemon may be silent behind a build's end before nothing more is expected of it. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final ProgressListener listener;
  private final ClockShift clock = new ClockShift();
  private final Context.CancellableContext context = Context.ROOT.withCancellation();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile long lastHeard = System.nanoTime();
  private boolean deaf;

  StatusFollower(ProgressListener listener) {
    this.listener = listener;
  }

  void follow(Channel daemon, String ref) {
    context.run(() -> ControlGrpc.newStub(daemon).status(StatusRequest.newBuilder().setRef(ref).build(), this));
  }

  @Override
  public void onNext(StatusResponse response) {
    tell(clock.apply(StatusEvents.of(response)));
    lastHeard = System.nanoTime();
  }

  /** A step of this side, which the daemon knows nothing of. */
  void step(String name) {
    String vertex = "sha256:" + BlobDigest.of(Ids.next().getBytes(StandardCharsets.UTF_8)).hex();
    Instant now = Instant.now();
    tell(List.of(StatusEvents.step(vertex, name, now, Optional.empty())));
    tell(List.of(StatusEvents.step(vertex, name, now, Optional.of(Instant.now()))));
  }

  private synchronized void tell(List<ProgressEvent> events) {
    if (deaf || events.isEmpty()) {
      return;
    }
    try {
      listener.onProgress(events);
    } catch (RuntimeException e) {
      deaf = true;
    }
  }

  /** The build itself tells what went wrong; a status that ends early is no failure of its own. */
  @Override
  public void onError(Throwable broken) {
    ended.countDown();
  }

  @Override
  public void onCompleted() {
    ended.countDown();
  }

  /** The build is over: waits for what there still is to tell. */
  void finish() throws InterruptedException {
    lastHeard = System.nanoTime();
    try {
      while (true) {
        long left = lastHeard + SILENCE.toNanos() - System.nanoTime();
        if (left <= 0 || ended.await(left, TimeUnit.NANOSECONDS)) {
          return;
        }
      }
    } finally {
      context.cancel(null);
    }
  }
}
