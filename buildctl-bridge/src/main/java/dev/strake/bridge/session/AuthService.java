package dev.strake.bridge.session;

import dev.strake.bridge.proto.auth.AuthGrpc;
import dev.strake.bridge.proto.auth.CredentialsRequest;
import dev.strake.bridge.proto.auth.CredentialsResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.UncheckedIOException;

/**
 * Gives the daemon credentials for registries. It does not fetch tokens on the daemon's behalf: asked for that, it says
 * that it cannot, and the daemon does so itself.
 */
final class AuthService extends AuthGrpc.AuthImplBase {

  private final RegistryCredentials credentials;

  AuthService(RegistryCredentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public void credentials(CredentialsRequest request, StreamObserver<CredentialsResponse> answer) {
    RegistryCredentials.Credentials found;
    try {
      found = credentials.forHost(request.getHost());
    } catch (UncheckedIOException e) {
      answer.onError(Status.UNKNOWN.withDescription(e.getMessage()).asRuntimeException());
      return;
    }
    // A token is told by the missing user name.
    CredentialsResponse response =
        found.identityToken().isEmpty()
            ? CredentialsResponse.newBuilder().setUsername(found.username()).setSecret(found.password()).build()
            : CredentialsResponse.newBuilder().setSecret(found.identityToken()).build();
    answer.onNext(response);
    answer.onCompleted();
  }
}
