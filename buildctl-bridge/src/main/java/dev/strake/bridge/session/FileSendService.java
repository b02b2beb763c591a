package dev.strake.bridge.session;

import dev.strake.bridge.fsutil.TreeReceiver;
import dev.strake.bridge.http2.RawMessages;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.Map;

/** Receives exports from the daemon. */
final class FileSendService implements BindableService {

  private static final String NAME = "moby.filesync.v1.FileSend";
  private static final MethodDescriptor<byte[], byte[]> DIFF_COPY =
      MethodDescriptor.newBuilder(RawMessages.INSTANCE, RawMessages.INSTANCE)
          .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
          .setFullMethodName(MethodDescriptor.generateFullMethodName(NAME, "DiffCopy"))
          .build();

  private final Map<Integer, ExportTarget> targets;

  /**
   * A service.
   *
   * @param targets by the exporter's place in the build's list
   */
  FileSendService(Map<Integer, ExportTarget> targets) {
    this.targets = Map.copyOf(targets);
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ServerServiceDefinition.builder(NAME)
        .addMethod(DIFF_COPY, ServerCalls.asyncBidiStreamingCall(this::diffCopy))
        .build();
  }

  private StreamObserver<byte[]> diffCopy(StreamObserver<byte[]> answers) {
    ServerCallStreamObserver<byte[]> call = (ServerCallStreamObserver<byte[]>) answers;
    CallHeaders headers = CallHeaders.current();
    int id = exporter(headers);
    ExportTarget target = targets.get(id);
    return switch (target) {
      case null -> refuse(call, "exporter " + id + " not found");
      case ExportTarget.Directory directory -> {
        if (directory.mode() == TreeReceiver.Mode.DELETE && !sendsAllPlatforms(headers)) {
          yield refuse(
              call, "local exporter mode=delete requires a BuildKit daemon with multi-platform local export support");
        }
        yield new DirectoryExport(directory, call);
      }
      case ExportTarget.Archive archive -> new ArchiveExport(archive, call);
    };
  }

  private static int exporter(CallHeaders headers) {
    try {
      return headers.first("buildkit-attachable-exporter-id").map(Integer::parseInt).orElse(0);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Whether one transfer holds the trees of all platforms, so that what is not in it may go. */
  private static boolean sendsAllPlatforms(CallHeaders headers) {
    return headers.all("buildkit-exporter-multi-platform").filter(values -> values.contains("1")).isPresent();
  }

  private static StreamObserver<byte[]> refuse(StreamObserver<byte[]> call, String message) {
    call.onError(Status.UNKNOWN.withDescription(message).asRuntimeException());
    return new IgnoredMessages<>();
  }
}
