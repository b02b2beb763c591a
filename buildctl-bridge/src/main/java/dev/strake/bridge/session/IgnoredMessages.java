package dev.strake.bridge.session;

import io.grpc.stub.StreamObserver;

/** What still comes on a call that was refused. */
final class IgnoredMessages<M> implements StreamObserver<M> {

  @Override
  public void onNext(M ignored) {}

  @Override
  public void onError(Throwable ignored) {}

  @Override
  public void onCompleted() {}
}
