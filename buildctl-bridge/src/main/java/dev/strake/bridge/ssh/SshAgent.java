package dev.strake.bridge.ssh;

import java.io.Closeable;
import java.io.IOException;

/**
 * Answers the requests of the SSH agent protocol that ask for nothing but keys and signatures: see {@link AgentFilter}.
 * For one conversation, in one thread at a time.
 */
public interface SshAgent extends Closeable {

  /**
   * The answer to a request; both without the length in front.
   *
   * @throws IOException when the agent is gone; the conversation is over
   */
  byte[] answer(byte[] request) throws IOException;

  @Override
  void close() throws IOException;
}
