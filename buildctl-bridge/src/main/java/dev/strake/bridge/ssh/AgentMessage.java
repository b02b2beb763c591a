package dev.strake.bridge.ssh;

/** The numbers of the agent protocol's messages, as far as they are understood here. */
final class AgentMessage {

  static final int V1_LIST = 1;
  static final int V1_LIST_ANSWER = 2;
  static final int FAILURE = 5;
  static final int LIST = 11;
  static final int LIST_ANSWER = 12;
  static final int SIGN = 13;
  static final int SIGN_ANSWER = 14;
  static final int EXTENSION = 27;
  static final int EXTENSION_FAILURE = 28;

  private AgentMessage() {}

  static byte[] failure() {
    return new byte[] {FAILURE};
  }
}
