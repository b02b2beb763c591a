package dev.strake.bridge.session;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.auth.AuthGrpc;
import dev.strake.bridge.proto.auth.CredentialsRequest;
import dev.strake.bridge.proto.auth.CredentialsResponse;
import dev.strake.bridge.proto.auth.FetchTokenRequest;
import dev.strake.bridge.proto.auth.FetchTokenResponse;
import dev.strake.bridge.proto.auth.GetTokenAuthorityRequest;
import dev.strake.bridge.proto.auth.GetTokenAuthorityResponse;
import dev.strake.bridge.proto.auth.VerifyTokenAuthorityRequest;
import dev.strake.bridge.proto.auth.VerifyTokenAuthorityResponse;
import dev.strake.bridge.session.RegistryCredentials.Credentials;
import dev.strake.bridge.trace.TracedServices;
import dev.strake.llb.go.GoBool;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the daemon into registries: fetches tokens for it, so that it need not know the credentials, and gives it the
 * credentials where a registry takes no tokens.
 */
final class AuthService extends AuthGrpc.AuthImplBase {

  private static final String NO_TOKENS = "BUILDKIT_NO_CLIENT_TOKEN";
  private static final int DEFAULT_EXPIRATION_SECONDS = 60;
  private static final String REPOSITORY = "repository:";

  private final RegistryCredentials credentials;
  private final Map<String, RegistryTls> tls;
  private final Map<String, String> environment;
  private final TokenAuthority authority;
  private final SessionLog log;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  /**
   * The service.
   *
   * @param environment says whether this side fetches tokens
   */
  AuthService(
      RegistryCredentials credentials, Map<String, RegistryTls> tls, Map<String, String> environment, SessionLog log) {
    this.credentials = credentials;
    this.tls = Map.copyOf(tls);
    this.environment = environment;
    this.authority = new TokenAuthority(new TokenSeeds(credentials.seedFolder()));
    this.log = log;
  }

  @Override
  public void credentials(CredentialsRequest request, StreamObserver<CredentialsResponse> answer) {
    answer(
        answer,
        () -> {
          Credentials found = found(request.getHost());
          if (!found.secret().isEmpty()) {
            logOnce("[auth] sharing credentials for " + request.getHost());
          }
          return CredentialsResponse.newBuilder().setUsername(found.name()).setSecret(found.secret()).build();
        });
  }

  private Credentials found(String host) throws IOException, InterruptedException {
    try (TracedServices.Part load = TracedServices.part("load credentials for " + host)) {
      try {
        return credentials.forHost(host);
      } catch (IOException e) {
        load.fail(String.valueOf(e.getMessage()));
        throw e;
      }
    }
  }

  @Override
  public void fetchToken(FetchTokenRequest request, StreamObserver<FetchTokenResponse> answer) {
    answer(
        answer,
        () -> {
          Credentials found = found(request.getHost());
          if (!found.registryToken().isEmpty()) {
            return response(new RegistryToken(found.registryToken(), 0, 0));
          }
          if (!found.secret().isEmpty()) {
            logOnce("[auth] " + shown(request.getScopesList()) + " token for " + request.getHost());
          }
          TokenRequest wanted =
              new TokenRequest(request.getRealm(), request.getService(), request.getScopesList(), found);
          try (TokenFetcher fetcher = new TokenFetcher(new RegistryHttp(tls).client(request.getHost()))) {
            return response(fetcher.fetch(wanted));
          }
        });
  }

  private static String shown(List<String> scopes) {
    return String.join(
        " ",
        scopes.stream()
            .map(scope -> scope.startsWith(REPOSITORY) ? scope.substring(REPOSITORY.length()) : scope)
            .toList());
  }

  private static FetchTokenResponse response(RegistryToken token) {
    return FetchTokenResponse.newBuilder()
        .setToken(token.token())
        .setExpiresIn(token.expiresIn() == 0 ? DEFAULT_EXPIRATION_SECONDS : token.expiresIn())
        .setIssuedAt(token.issuedAt())
        .build();
  }

  @Override
  public void getTokenAuthority(
      GetTokenAuthorityRequest request, StreamObserver<GetTokenAuthorityResponse> answer) {
    answer(
        answer,
        () -> {
          requireTokens();
          Credentials found = found(request.getHost());
          byte[] key = authority.publicKey(request.getHost(), found, request.getSalt().toByteArray());
          return GetTokenAuthorityResponse.newBuilder().setPublicKey(ByteString.copyFrom(key)).build();
        });
  }

  @Override
  public void verifyTokenAuthority(
      VerifyTokenAuthorityRequest request, StreamObserver<VerifyTokenAuthorityResponse> answer) {
    answer(
        answer,
        () -> {
          requireTokens();
          Credentials found = found(request.getHost());
          byte[] salt = request.getSalt().toByteArray();
          byte[] signed = authority.sign(request.getHost(), found, salt, request.getPayload().toByteArray());
          return VerifyTokenAuthorityResponse.newBuilder().setSigned(ByteString.copyFrom(signed)).build();
        });
  }

  /** A user may have the daemon fetch its tokens itself. */
  private void requireTokens() {
    String value = environment.get(NO_TOKENS);
    if (value != null && GoBool.parse(value).value().orElse(false)) {
      throw Status.UNAVAILABLE.withDescription("client side tokens disabled").asRuntimeException();
    }
  }

  private void logOnce(String step) {
    if (logged.add(step)) {
      log.step(step);
    }
  }

  private interface Work<T> {
    T run() throws IOException, GeneralSecurityException, InterruptedException;
  }

  private static <T> void answer(StreamObserver<T> answer, Work<T> work) {
    T message;
    try {
      message = work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.onError(Status.CANCELLED.asRuntimeException());
      return;
    } catch (IOException | GeneralSecurityException e) {
      answer.onError(Status.UNKNOWN.withDescription(e.getMessage()).asRuntimeException());
      return;
    } catch (StatusRuntimeException e) {
      answer.onError(e);
      return;
    }
    answer.onNext(message);
    answer.onCompleted();
  }
}
