package dev.strake.bridge.session;

import dev.strake.bridge.fsutil.PacketSink;
import dev.strake.bridge.proto.fsutil.Packet;
import io.grpc.stub.ServerCallStreamObserver;
import java.io.IOException;
import java.util.function.Function;

/**
 * Sends packets on a call: see {@link CallOutput}.
 *
 * @param <M> what the call's messages are
 */
final class PacketStream<M> implements PacketSink {

  private final CallOutput<M> output;
  private final Function<Packet, M> encoder;

  /** To be made before the call's handler returns. */
  PacketStream(ServerCallStreamObserver<M> call, Function<Packet, M> encoder) {
    this.output = new CallOutput<>(call);
    this.encoder = encoder;
  }

  @Override
  public void send(Packet packet) throws IOException {
    output.send(encoder.apply(packet));
  }

  void sendNow(Packet packet) {
    output.sendNow(encoder.apply(packet));
  }

  void complete() {
    output.complete();
  }

  void fail(Throwable error) {
    output.fail(error);
  }

  void abandon() {
    output.abandon();
  }
}
