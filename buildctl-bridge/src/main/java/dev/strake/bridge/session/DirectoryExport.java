package dev.strake.bridge.session;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import dev.strake.bridge.fsutil.TreeReceiver;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.proto.fsutil.Packet.PacketType;
import dev.strake.bridge.proto.fsutil.Packet;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One export on its way into a folder. */
final class DirectoryExport implements StreamObserver<byte[]> {

  private final ExportTarget.Directory target;
  private final PacketStream<byte[]> stream;
  private @Nullable TreeReceiver receiver;
  private boolean ended;

  DirectoryExport(ExportTarget.Directory target, ServerCallStreamObserver<byte[]> call) {
    this.target = target;
    this.stream = new PacketStream<>(call, MessageLite::toByteArray);
    call.setOnCancelHandler(this::abandon);
  }

  @Override
  public void onNext(byte[] message) {
    if (ended) {
      // What was under way when the transfer was refused does not make it whole.
      return;
    }
    try {
      if (receiver == null) {
        target.begin();
        receiver = new TreeReceiver(target.path(), target.mode(), stream::sendNow);
      }
      receiver.accept(Packet.parseFrom(message));
      if (receiver.isFinished()) {
        target.complete();
      }
    } catch (InvalidProtocolBufferException e) {
      fail("the daemon sent no packet: " + e.getMessage());
    } catch (IOException e) {
      fail(FileErrors.describe(e));
    }
  }

  private void fail(String message) {
    target.fail(message);
    stream.sendNow(
        Packet.newBuilder().setType(PacketType.PACKET_ERR).setData(ByteString.copyFromUtf8(message)).build());
    stream.fail(Status.UNKNOWN.withDescription(message).asRuntimeException());
    discard();
  }

  private void abandon() {
    stream.abandon();
    discard();
  }

  private void discard() {
    ended = true;
    if (receiver != null) {
      receiver.close();
    }
  }

  @Override
  public void onError(Throwable broken) {
    abandon();
  }

  @Override
  public void onCompleted() {
    discard();
    stream.complete();
  }
}
