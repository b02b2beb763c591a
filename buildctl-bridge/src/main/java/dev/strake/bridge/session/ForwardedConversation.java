package dev.strake.bridge.session;

import dev.strake.bridge.proto.sshforward.BytesMessage;
import io.grpc.stub.StreamObserver;

/** What a step says to a socket that is forwarded to this side. */
interface ForwardedConversation extends StreamObserver<BytesMessage> {

  /** One that has ended before it began. */
  ForwardedConversation OVER =
      new ForwardedConversation() {
        @Override
        public void onNext(BytesMessage ignored) {}

        @Override
        public void onCompleted() {}

        @Override
        public void abandon() {}
      };

  /** The daemon has broken off. */
  void abandon();

  @Override
  default void onError(Throwable broken) {
    abandon();
  }
}
