package dev.strake.bridge.session;

import dev.strake.bridge.proto.filesync.FileSyncGrpc;
import dev.strake.bridge.proto.health.HealthGrpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Has those methods run in the connection's own loop whose handlers never wait: the daemon asks for each file of a
 * folder in a message of its own, and to change threads for each would cost more than the rest of it.
 */
final class CallExecutors implements ServerCallExecutorSupplier {

  private static final Set<String> NEVER_WAITING =
      Set.of(
          FileSyncGrpc.getDiffCopyMethod().getFullMethodName(),
          HealthGrpc.getCheckMethod().getFullMethodName(),
          HealthGrpc.getWatchMethod().getFullMethodName());

  @Override
  public <Q, A> @Nullable Executor getExecutor(ServerCall<Q, A> call, Metadata headers) {
    return NEVER_WAITING.contains(call.getMethodDescriptor().getFullMethodName()) ? Runnable::run : null;
  }
}
