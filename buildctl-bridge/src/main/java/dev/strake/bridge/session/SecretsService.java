package dev.strake.bridge.session;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.secrets.GetSecretRequest;
import dev.strake.bridge.proto.secrets.GetSecretResponse;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.proto.secrets.SecretsGrpc;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Gives the daemon the secrets that it was promised. No message of it holds a value. */
final class SecretsService extends SecretsGrpc.SecretsImplBase {

  static final int MAX_BYTES = 500 * 1024;

  private final Map<String, SecretSource> secrets;
  private final Map<String, String> environment;

  /** @param environment where secrets are looked for that are variables */
  SecretsService(Map<String, SecretSource> secrets, Map<String, String> environment) {
    this.secrets = secrets;
    this.environment = environment;
  }

  @Override
  public void getSecret(GetSecretRequest request, StreamObserver<GetSecretResponse> answer) {
    SecretSource source = secrets.get(request.getId());
    if (source == null) {
      answer.onError(Status.NOT_FOUND.withDescription("not found").asRuntimeException());
      return;
    }
    byte[] value;
    try {
      value = read(source);
    } catch (IOException e) {
      answer.onError(Status.UNKNOWN.withDescription(e.getMessage()).asRuntimeException());
      return;
    }
    answer.onNext(GetSecretResponse.newBuilder().setData(ByteString.copyFrom(value)).build());
    answer.onCompleted();
  }

  private static byte[] read(Path file) throws IOException {
    byte[] value;
    long size;
    try (InputStream content = Files.newInputStream(file)) {
      value = content.readNBytes(MAX_BYTES + 1);
      size = value.length > MAX_BYTES ? Math.max(value.length, Files.size(file)) : value.length;
    } catch (FileSystemException e) {
      throw new IOException("open " + FileErrors.describe(e), e);
    } catch (IOException e) {
      throw new IOException("read " + FileErrors.describe(e, file.toString()), e);
    }
    return checked(value, size);
  }

  private static byte[] checked(byte[] value, long size) throws IOException {
    if (size > MAX_BYTES) {
      throw new IOException("invalid secret size " + size);
    }
    return value;
  }

  private static byte[] checked(byte[] value) throws IOException {
    return checked(value, value.length);
  }

  private byte[] read(SecretSource source) throws IOException {
    return switch (source) {
      case SecretSource.File(Path path) -> read(path);
      case SecretSource.Environment(String variable) ->
          checked(environment.getOrDefault(variable, "").getBytes(StandardCharsets.UTF_8));
      case SecretSource.Value value -> checked(value.data());
    };
  }
}
