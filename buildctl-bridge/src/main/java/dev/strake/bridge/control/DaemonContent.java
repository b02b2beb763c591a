package dev.strake.bridge.control;

import dev.strake.bridge.proto.content.ContentGrpc;
import dev.strake.bridge.proto.content.Info;
import dev.strake.bridge.proto.content.InfoRequest;
import dev.strake.bridge.proto.content.ReadContentRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The blobs that a daemon keeps for its history: logs, traces, attestations and results. Thread-safe; failures are
 * {@link dev.strake.bridge.error.DaemonException}s, of kind {@code NOT_FOUND} where there is no such blob.
 *
 * <pre>{@code
 * client.content().read(trace.digest(), System.out).await();
 * }</pre>
 */
public final class DaemonContent {

  private final DaemonCalls calls;

  DaemonContent(DaemonCalls calls) {
    this.calls = calls;
  }

  /** What the store knows of a blob. */
  public DaemonCall<BlobInfo> info(String digest) {
    InfoRequest request = InfoRequest.newBuilder().setDigest(digest).build();
    return calls.start("", channel -> info(ContentGrpc.newBlockingStub(channel).info(request).getInfo()));
  }

  /**
   * Reads a blob.
   *
   * @param target stays open; what it throws comes back as an {@link UncheckedIOException}
   * @return how many bytes there were
   */
  public DaemonCall<Long> read(String digest, OutputStream target) {
    InfoRequest asked = InfoRequest.newBuilder().setDigest(digest).build();
    return calls.start(
        "",
        channel -> {
          ContentGrpc.ContentBlockingStub store = ContentGrpc.newBlockingStub(channel);
          long size = store.info(asked).getInfo().getSize();
          long bytes = 0;
          var parts = store.read(ReadContentRequest.newBuilder().setDigest(digest).setSize(size).build());
          while (parts.hasNext()) {
            var data = parts.next().getData();
            try {
              data.writeTo(target);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            bytes += data.size();
          }
          return bytes;
        });
  }

  private static BlobInfo info(Info info) {
    return new BlobInfo(
        info.getDigest(),
        info.getSize(),
        info.hasCreatedAt() ? Optional.of(WireRecords.instant(info.getCreatedAt())) : Optional.empty(),
        info.hasUpdatedAt() ? Optional.of(WireRecords.instant(info.getUpdatedAt())) : Optional.empty(),
        info.getLabelsMap());
  }
}
