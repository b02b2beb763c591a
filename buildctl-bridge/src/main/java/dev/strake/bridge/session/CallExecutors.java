package dev.strake.bridge.session;

import com.google.common.util.concurrent.MoreExecutors;
import dev.strake.bridge.proto.filesync.FileSyncGrpc;
import dev.strake.bridge.proto.health.HealthGrpc;
import io.grpc.MethodDescriptor;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Has those methods run in the connection's reading thread whose handlers never wait: the daemon asks for each file of
 * a folder in a message of its own, and to change threads for each would cost more than the rest of it.
 */
final class CallExecutors {

  private static final Set<String> NEVER_WAITING =
      Set.of(
          FileSyncGrpc.getDiffCopyMethod().getFullMethodName(),
          HealthGrpc.getCheckMethod().getFullMethodName(),
          HealthGrpc.getWatchMethod().getFullMethodName());

  private CallExecutors() {}

  /** @param waiting for methods that may wait */
  static Executor of(MethodDescriptor<?, ?> method, Executor waiting) {
    return NEVER_WAITING.contains(method.getFullMethodName()) ? MoreExecutors.directExecutor() : waiting;
  }
}
