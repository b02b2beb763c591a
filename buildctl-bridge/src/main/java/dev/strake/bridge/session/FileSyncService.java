package dev.strake.bridge.session;

import dev.strake.bridge.fsutil.LocalTree;
import dev.strake.bridge.fsutil.TreeFilter;
import dev.strake.bridge.fsutil.TreeSender;
import dev.strake.bridge.proto.filesync.FileSyncGrpc;
import dev.strake.bridge.proto.fsutil.Packet;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Sends local folders to the daemon, as much of them as it asks for in its headers. */
final class FileSyncService implements BindableService {

  private static final MethodDescriptor<Packet, Packet> DIFF_COPY =
      FileSyncGrpc.getDiffCopyMethod().toBuilder().setResponseMarshaller(new PacketMarshaller()).build();

  private final Map<String, LocalTree> directories;
  private final Executor executor;

  /**
   * A service.
   *
   * @param executor runs walks and reads, which may block
   */
  FileSyncService(Map<String, LocalTree> directories, Executor executor) {
    this.directories = directories;
    this.executor = executor;
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ServerServiceDefinition.builder(FileSyncGrpc.SERVICE_NAME)
        .addMethod(DIFF_COPY, ServerCalls.asyncBidiStreamingCall(this::diffCopy))
        .addMethod(FileSyncGrpc.getTarStreamMethod(), ServerCalls.asyncBidiStreamingCall(FileSyncService::tarStream))
        .build();
  }

  /** The protocol has it, and nobody does it. */
  private static StreamObserver<Packet> tarStream(StreamObserver<Packet> answers) {
    answers.onError(Status.UNKNOWN.withDescription("failed to negotiate protocol").asRuntimeException());
    return new IgnoredMessages<>();
  }

  private StreamObserver<Packet> diffCopy(StreamObserver<Packet> answers) {
    ServerCallStreamObserver<Packet> call = (ServerCallStreamObserver<Packet>) answers;
    PacketStream<Packet> stream = new PacketStream<>(call, packet -> packet);
    CallHeaders headers = CallHeaders.current();
    FileSyncTransfer transfer = new FileSyncTransfer(stream, executor);
    call.setOnCancelHandler(transfer::abandon);
    String name = headers.first("dir-name").orElse("");
    LocalTree directory = directories.get(name);
    if (directory == null) {
      stream.fail(
          Status.NOT_FOUND.withDescription("no access allowed to dir \"" + name + "\"").asRuntimeException());
      return transfer;
    }
    executor.execute(() -> start(transfer, stream, directory, headers));
    return transfer;
  }

  private static void start(
      FileSyncTransfer transfer, PacketStream<Packet> stream, LocalTree tree, CallHeaders headers) {
    try {
      TreeFilter filter =
          TreeFilter.of(
              tree,
              headers.all("include-patterns").orElse(List.of()),
              headers.all("exclude-patterns").orElse(List.of()),
              headers.all("followpaths"));
      transfer.run(new TreeSender(tree, filter, stream));
    } catch (IOException | RuntimeException | Error e) {
      // Whatever it is: the daemon would wait for ever.
      transfer.fail(e);
    }
  }
}
