package dev.strake.bridge.session;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.proto.filesync.BytesMessage;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One export on its way into an archive. Whether the archive stays is decided by the build's end, not by this
 * call's.
 */
final class ArchiveExport implements StreamObserver<byte[]> {

  private final ExportTarget.Archive target;
  private final ServerCallStreamObserver<byte[]> call;
  private @Nullable OutputStream stream;
  private boolean failed;

  ArchiveExport(ExportTarget.Archive target, ServerCallStreamObserver<byte[]> call) {
    this.target = target;
    this.call = call;
    call.setOnCancelHandler(() -> failed = true);
  }

  @Override
  public void onNext(byte[] message) {
    if (failed) {
      return;
    }
    try {
      // The data stays where it is: the message's bytes are nobody else's.
      CodedInputStream wire = UnsafeByteOperations.unsafeWrap(message).newCodedInput();
      wire.enableAliasing(true);
      BytesMessage.parseFrom(wire).getData().writeTo(open());
    } catch (InvalidProtocolBufferException e) {
      fail("the daemon sent no bytes: " + e.getMessage());
    } catch (IOException e) {
      fail("failed to write " + target.name() + ": " + FileErrors.describe(e));
    }
  }

  private OutputStream open() throws IOException {
    if (stream == null) {
      stream = target.open();
    }
    return stream;
  }

  private void fail(String message) {
    failed = true;
    call.onError(Status.UNKNOWN.withDescription(message).asRuntimeException());
  }

  @Override
  public void onError(Throwable broken) {
    failed = true;
  }

  @Override
  public void onCompleted() {
    if (failed) {
      return;
    }
    try {
      open().close();
      call.onCompleted();
    } catch (IOException e) {
      fail("failed to write " + target.name() + ": " + FileErrors.describe(e));
    }
  }
}
