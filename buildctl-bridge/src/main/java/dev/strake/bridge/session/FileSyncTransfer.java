package dev.strake.bridge.session;

import com.google.protobuf.ByteString;
import dev.strake.bridge.fsutil.TreeSender;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.proto.fsutil.Packet.PacketType;
import dev.strake.bridge.proto.fsutil.Packet;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One transfer of a folder to the daemon: one thread tells what there is, some others send the contents that are asked
 * for, while the daemon's requests come in.
 */
final class FileSyncTransfer implements StreamObserver<Packet> {

  private static final int READERS = 2;
  private static final int NO_MORE = -1;

  private final PacketStream<Packet> stream;
  private final Executor executor;
  private final BlockingQueue<Integer> requests = new LinkedBlockingQueue<>();

  FileSyncTransfer(PacketStream<Packet> stream, Executor executor) {
    this.stream = stream;
    this.executor = executor;
  }

  /** Sends all of it; returns when the daemon knows what there is. */
  void run(TreeSender sender) {
    for (int i = 0; i < READERS; i++) {
      executor.execute(() -> answerRequests(sender));
    }
    try {
      sender.sendTree();
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  private void answerRequests(TreeSender sender) {
    try {
      for (int id = requests.take(); id != NO_MORE; id = requests.take()) {
        sender.sendContent(id);
      }
      // For the next reader.
      requests.add(NO_MORE);
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onNext(Packet packet) {
    switch (packet.getType()) {
      case PACKET_REQ -> requests.add(packet.getId());
      case PACKET_FIN -> finish();
      case PACKET_ERR -> fail(new IOException("error from receiver: " + packet.getData().toStringUtf8()));
      case PACKET_STAT, PACKET_DATA, UNRECOGNIZED -> {}
    }
  }

  private void finish() {
    requests.add(NO_MORE);
    stream.sendNow(Packet.newBuilder().setType(PacketType.PACKET_FIN).build());
    stream.complete();
  }

  /** Tells the daemon what went wrong, in the transfer's own way and as the call's end. */
  void fail(Throwable error) {
    requests.add(NO_MORE);
    String message = FileErrors.describe(error);
    stream.sendNow(
        Packet.newBuilder().setType(PacketType.PACKET_ERR).setData(ByteString.copyFromUtf8(message)).build());
    stream.fail(Status.UNKNOWN.withDescription(message).asRuntimeException());
  }

  void abandon() {
    requests.add(NO_MORE);
    stream.abandon();
  }

  @Override
  public void onError(Throwable broken) {
    abandon();
  }

  @Override
  public void onCompleted() {
    requests.add(NO_MORE);
    stream.complete();
  }
}
