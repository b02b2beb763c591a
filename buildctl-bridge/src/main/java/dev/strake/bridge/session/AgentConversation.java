package dev.strake.bridge.session;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.strake.bridge.proto.sshforward.BytesMessage;
import dev.strake.bridge.ssh.SshAgent;
import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A conversation with an agent, request by request: each has its length in front, and may come in pieces. */
final class AgentConversation implements ForwardedConversation {

  private static final int MAX_REQUEST_BYTES = 16 << 20;

  private final SshAgent agent;
  private final CallOutput<BytesMessage> output;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  AgentConversation(SshAgent agent, CallOutput<BytesMessage> output) {
    this.agent = agent;
    this.output = output;
  }

  @Override
  public void onNext(BytesMessage message) {
    pending.writeBytes(message.getData().toByteArray());
    try {
      answerWhole();
    } catch (IOException e) {
      output.fail(Status.UNKNOWN.withDescription(e.getMessage()).asRuntimeException());
      close();
    }
  }

  private void answerWhole() throws IOException {
    byte[] bytes = pending.toByteArray();
    int start = 0;
    while (bytes.length - start >= Integer.BYTES) {
      int length = ByteBuffer.wrap(bytes, start, Integer.BYTES).getInt();
      if (length < 0 || length > MAX_REQUEST_BYTES) {
        throw new IOException("agent: request too large: " + Integer.toUnsignedString(length));
      }
      int begin = start + Integer.BYTES;
      if (bytes.length - begin < length) {
        break;
      }
      send(agent.answer(Arrays.copyOfRange(bytes, begin, begin + length)));
      start = begin + length;
    }
    pending.reset();
    pending.write(bytes, start, bytes.length - start);
  }

  private void send(byte[] answer) {
    byte[] framed = ByteBuffer.allocate(Integer.BYTES + answer.length).putInt(answer.length).put(answer).array();
    ByteString data = UnsafeByteOperations.unsafeWrap(framed);
    output.sendNow(BytesMessage.newBuilder().setData(data).build());
  }

  @Override
  public void onCompleted() {
    output.complete();
    close();
  }

  @Override
  public void abandon() {
    output.abandon();
    close();
  }

  private void close() {
    try {
      agent.close();
    } catch (IOException e) {
      // Nothing more was to come from it.
    }
  }
}
