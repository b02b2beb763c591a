package dev.strake.bridge.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

/** An agent in this process, which holds keys that were read from files. */
public final class KeyAgent implements SshAgent {

  private final List<SshIdentity> identities;

  public KeyAgent(List<SshIdentity> identities) {
    this.identities = List.copyOf(identities);
  }

  @Override
  public byte[] answer(byte[] request) {
    try {
      SshReader reader = new SshReader(request);
      return switch (reader.raw()) {
        case AgentMessage.LIST -> list();
        case AgentMessage.SIGN -> sign(reader.string(), reader.string(), reader.number());
        default -> AgentMessage.failure();
      };
    } catch (IOException | GeneralSecurityException e) {
      // The protocol has no room for a reason.
      return AgentMessage.failure();
    }
  }

  private byte[] list() {
    SshWriter answer = new SshWriter().raw(AgentMessage.LIST_ANSWER).number(identities.size());
    for (SshIdentity identity : identities) {
      answer.string(identity.publicKey()).string("");
    }
    return answer.bytes();
  }

  private byte[] sign(byte[] publicKey, byte[] data, int flags) throws GeneralSecurityException {
    for (SshIdentity identity : identities) {
      if (Arrays.equals(identity.publicKey(), publicKey)) {
        return new SshWriter().raw(AgentMessage.SIGN_ANSWER).string(identity.sign(data, flags)).bytes();
      }
    }
    return AgentMessage.failure();
  }

  /** The keys stay for other conversations. */
  @Override
  public void close() {}
}
