package dev.strake.bridge.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.rpc.Status;
import dev.strake.frontend.port.SourceInfo;
import dev.strake.frontend.subrequest.SourceInfoJson;
import dev.strake.llb.SourceRange;
import dev.strake.llb.marshal.Definition;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrpcErrorsTest {

  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN, FAILED, boom",
    "NOT_FOUND, NOT_FOUND, NotFound: boom",
    "CANCELLED, CANCELLED, Canceled: boom",
    "DEADLINE_EXCEEDED, TIMEOUT, DeadlineExceeded: boom",
    "UNAVAILABLE, UNAVAILABLE, Unavailable: boom",
    "INTERNAL, FAILED, Internal: boom",
    "INVALID_ARGUMENT, INVALID_ARGUMENT, InvalidArgument: boom",
  })
  void theCodeStandsInFrontUnlessItSaysNothing(io.grpc.Status.Code code, DaemonException.Kind kind, String message) {
    DaemonException translated = GrpcErrors.translate(code.toStatus().withDescription("boom").asRuntimeException());

    assertThat(translated).hasMessage(message);
    assertThat(translated.kind()).isEqualTo(kind);
  }

  @Test
  void anotherServersHeadersAreNotShown() {
    io.grpc.Status status =
        io.grpc.Status.UNIMPLEMENTED.withDescription("HTTP status code 404\nmissing content-type\ntrailers: Metadata(x)");

    assertThat(GrpcErrors.translate(status.asRuntimeException())).hasMessage("Unimplemented: HTTP status code 404");
  }

  @Test
  void readsDetails() {
    DaemonException translated =
        GrpcErrors.translate(
            failure(
                detail("stack.Stack+json", "{\"frames\":[{\"Name\":\"main\"}]}"),
                detail("errdefs.Vertex+json", "{\"digest\":\"sha256:1\"}"),
                detail("errdefs.Solve+json", "{\"inputIDs\":[\"a\"],\"mountIDs\":[\"b\",\"c\"],\"op\":{\"exec\":{}}}"),
                detail("errdefs.Frontend+json", "{\"name\":\"dockerfile.v0\"}"),
                detail("errdefs.Source+json", "not json")));

    assertThat(translated.details())
        .containsExactly(
            new ErrorDetail.Vertex("sha256:1"),
            new ErrorDetail.Solve(List.of("a"), List.of("b", "c")),
            new ErrorDetail.Frontend("dockerfile.v0", ""));
    assertThat(translated.during("failed to solve")).hasMessage("failed to solve: boom");
    assertThat(translated.during("failed to solve").details()).isEqualTo(translated.details());
  }

  @Test
  void twoDetailsPutThemselvesInFront() {
    assertThat(GrpcErrors.translate(failure(detail("errdefs.Subrequest+json", "{\"name\":\"x\"}"))))
        .hasMessage("unsupported request x: boom");
    assertThat(GrpcErrors.translate(failure(detail("errdefs.FrontendCap+json", "{\"name\":\"y\"}"))))
        .hasMessage("unsupported frontend capability y: boom");
  }

  @Test
  void whatIsWrittenIsRead() {
    byte[] data = "FROM a\nRUN <b>\nRUN c\n\n\n\n".getBytes(StandardCharsets.UTF_8);
    SourceExcerpt excerpt =
        new SourceExcerpt(
            "Dock\"erfile", "Dockerfile", data, List.of(SourceRange.lines(2, 2), SourceRange.lines(3, 3)));
    byte[] file =
        SourceInfoJson.of(new SourceInfo("Dock\"erfile", "Dockerfile", data, Definition.EMPTY));

    DaemonException translated =
        GrpcErrors.translate(failure(ErrorDetailWriter.source(file, excerpt.ranges())));

    SourceExcerpt read = translated.sources().getFirst();
    assertThat(read).usingRecursiveComparison().isEqualTo(excerpt);
    assertThat(read.render())
        .isEqualTo(
            """
            Dock"erfile:2
            --------------------
               1 |     FROM a
               2 | >>> RUN <b>
               3 | >>> RUN c
               4 |    \s
            --------------------
            """);
  }

  @Test
  void anExcerptStaysInsideTheFile() {
    byte[] data = "one".getBytes(StandardCharsets.UTF_8);

    assertThat(new SourceExcerpt("f", "", data, List.of(SourceRange.lines(1, 99))).render())
        .isEqualTo("f:1\n--------------------\n   1 | >>> one\n--------------------\n");
    assertThat(new SourceExcerpt("f", "", data, List.of(SourceRange.lines(2, 2))).render()).isEmpty();
    assertThat(new SourceExcerpt("f", "", data, List.of()).render()).isEmpty();
  }

  private static Any detail(String type, String json) {
    return Any.newBuilder()
        .setTypeUrl("github.com/moby/buildkit/" + type)
        .setValue(ByteString.copyFromUtf8(json))
        .build();
  }

  private static StatusRuntimeException failure(Any... details) {
    Metadata trailers = new Metadata();
    trailers.put(
        DETAILS,
        Status.newBuilder().setCode(2).setMessage("boom").addAllDetails(List.of(details)).build().toByteArray());
    return io.grpc.Status.UNKNOWN.withDescription("boom").asRuntimeException(trailers);
  }
}
