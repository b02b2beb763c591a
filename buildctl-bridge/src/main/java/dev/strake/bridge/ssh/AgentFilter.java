package dev.strake.bridge.ssh;

import java.io.IOException;

/**
 * An agent that a build may use and not change: it lists keys and signs, and refuses to add, remove or lock keys and to
 * do whatever else an agent may know.
 */
public final class AgentFilter implements SshAgent {

  private final SshAgent agent;

  public AgentFilter(SshAgent agent) {
    this.agent = agent;
  }

  @Override
  public byte[] answer(byte[] request) throws IOException {
    if (request.length == 0) {
      return AgentMessage.failure();
    }
    return switch (request[0]) {
      case AgentMessage.LIST, AgentMessage.SIGN -> agent.answer(request);
      // There are no keys of the protocol's first version.
      case AgentMessage.V1_LIST -> new SshWriter().raw(AgentMessage.V1_LIST_ANSWER).number(0).bytes();
      case AgentMessage.EXTENSION -> new byte[] {AgentMessage.EXTENSION_FAILURE};
      default -> AgentMessage.failure();
    };
  }

  @Override
  public void close() throws IOException {
    agent.close();
  }
}
