package dev.strake.bridge.session;

import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.proto.sshforward.BytesMessage;
import dev.strake.bridge.proto.sshforward.CheckAgentRequest;
import dev.strake.bridge.proto.sshforward.CheckAgentResponse;
import dev.strake.bridge.proto.sshforward.SSHGrpc;
import dev.strake.bridge.ssh.AgentFilter;
import dev.strake.bridge.ssh.KeyAgent;
import dev.strake.bridge.ssh.SocketAgent;
import dev.strake.bridge.ssh.SshAgent;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Lets the daemon's steps talk to agents and sockets of this side. */
final class SshService extends SSHGrpc.SSHImplBase {

  private static final String ID_HEADER = "buildkit.ssh.id";

  private final Map<String, SshSource> sources;
  private final Executor executor;

  /**
   * A service.
   *
   * @param executor reads from sockets, which blocks
   */
  SshService(Map<String, SshSource> sources, Executor executor) {
    this.sources = Map.copyOf(sources);
    this.executor = executor;
  }

  @Override
  public void checkAgent(CheckAgentRequest request, StreamObserver<CheckAgentResponse> answer) {
    String id = request.getId().isEmpty() ? SshSource.DEFAULT_ID : request.getId();
    if (!sources.containsKey(id)) {
      answer.onError(unknown("unset ssh forward key " + id));
      return;
    }
    answer.onNext(CheckAgentResponse.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public StreamObserver<BytesMessage> forwardAgent(StreamObserver<BytesMessage> answers) {
    CallOutput<BytesMessage> output = new CallOutput<>((ServerCallStreamObserver<BytesMessage>) answers);
    String id = CallHeaders.current().first(ID_HEADER).filter(name -> !name.isEmpty()).orElse(SshSource.DEFAULT_ID);
    SshSource source = sources.get(id);
    ForwardedConversation conversation = open(id, source, output);
    ((ServerCallStreamObserver<BytesMessage>) answers).setOnCancelHandler(conversation::abandon);
    return conversation;
  }

  private ForwardedConversation open(String id, @Nullable SshSource source, CallOutput<BytesMessage> output) {
    if (source == null) {
      output.fail(unknown("unset ssh forward key " + id));
      return ForwardedConversation.OVER;
    }
    try {
      return switch (source) {
        case SshSource.Keys(var identities) -> new AgentConversation(new AgentFilter(new KeyAgent(identities)), output);
        case SshSource.Agent(Path socket) -> new AgentConversation(new AgentFilter(agent(socket)), output);
        case SshSource.Raw(Path socket) -> RawConversation.connect(socket, output, executor);
      };
    } catch (IOException e) {
      output.fail(unknown("failed to dial agent " + id + ": " + FileErrors.describe(e)));
      return ForwardedConversation.OVER;
    }
  }

  private static SshAgent agent(Path socket) throws IOException {
    try {
      return SocketAgent.connect(socket);
    } catch (IOException e) {
      throw new IOException("failed to connect to " + socket + ": " + e.getMessage(), e);
    }
  }

  private static RuntimeException unknown(String message) {
    return Status.UNKNOWN.withDescription(message).asRuntimeException();
  }
}
