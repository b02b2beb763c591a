package dev.strake.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.proto.secrets.GetSecretRequest;
import dev.strake.bridge.proto.secrets.GetSecretResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SecretsServiceTest {

  private static final int MAX = SecretsService.MAX_BYTES;

  @TempDir Path folder;

  /** The size of what is given, or why nothing is. */
  private static String ask(SecretSource source, Map<String, String> environment) {
    StringBuilder heard = new StringBuilder();
    new SecretsService(Map.of("id", source), environment)
        .getSecret(
            GetSecretRequest.newBuilder().setId("id").build(),
            new StreamObserver<GetSecretResponse>() {
              @Override
              public void onNext(GetSecretResponse answer) {
                heard.append(answer.getData().size());
              }

              @Override
              public void onError(Throwable failure) {
                heard.append(Status.fromThrowable(failure).getDescription());
              }

              @Override
              public void onCompleted() {}
            });
    return heard.toString();
  }

  private SecretSource file(long size) throws Exception {
    Path file = folder.resolve("secret" + size);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(size);
    }
    return new SecretSource.File(file);
  }

  @Test
  void aSecretHasALargestSize() throws Exception {
    assertThat(ask(file(0), Map.of())).isEqualTo("0");
    assertThat(ask(file(MAX), Map.of())).isEqualTo("" + MAX);
    assertThat(ask(file(MAX + 1), Map.of())).isEqualTo("invalid secret size " + (MAX + 1));
    assertThat(ask(new SecretSource.Value(new byte[MAX + 1]), Map.of())).endsWith("" + (MAX + 1));
    assertThat(ask(new SecretSource.Environment("V"), Map.of("V", "x".repeat(MAX + 1)))).endsWith("" + (MAX + 1));
  }

  /** More than there is room for here. */
  @Test
  void aFileThatIsFarTooLargeIsNotRead() throws Exception {
    assertThat(ask(file(1L << 40), Map.of())).isEqualTo("invalid secret size " + (1L << 40));
    assertThat(ask(new SecretSource.File(Path.of("/dev/zero")), Map.of()))
        .isEqualTo("invalid secret size " + (MAX + 1));
  }

  @Test
  void whatCannotBeReadIsToldOf() {
    Path missing = folder.resolve("missing");

    assertThat(ask(new SecretSource.File(missing), Map.of()))
        .isEqualTo("open " + missing + ": no such file or directory");
    assertThat(ask(new SecretSource.File(folder), Map.of())).isEqualTo("read " + folder + ": is a directory");
  }
}
