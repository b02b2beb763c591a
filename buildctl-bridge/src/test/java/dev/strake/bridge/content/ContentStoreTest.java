package dev.strake.bridge.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.content.ContentException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentStoreTest {

  private static final BlobDigest HELLO = BlobDigest.of("hello".getBytes(StandardCharsets.UTF_8));

  @TempDir Path folder;

  @Test
  void aBlobIsThereWhenItIsWhole() throws IOException {
    ContentStore store = ContentStore.make(folder.resolve("store"));
    try (Ingest ingest = store.ingest("ref", 5, Optional.of(HELLO))) {
      ingest.write(bytes("hel"));
      assertThat(store.find(HELLO)).isEmpty();
      assertThat(store.status("ref").offset()).isEqualTo(3);
      assertThat(store.status("ref").total()).isEqualTo(5);
      ingest.write(bytes("lo"));
      assertThat(ingest.commit(5, Optional.of(HELLO))).isEqualTo(HELLO);
    }
    assertThat(store.info(HELLO).size()).isEqualTo(5);
    assertThat(folder.resolve("store/blobs/sha256").resolve(HELLO.hex())).hasContent("hello");
    assertThat(store.list()).extracting(StoredBlob::digest).containsExactly(HELLO);
    assertKind(Kind.ALREADY_EXISTS, () -> store.ingest("again", 0, Optional.of(HELLO)));
    store.close();
    assertThat(folder.resolve("store/ingest")).doesNotExist();
  }

  @Test
  void aWriterGoesOnWhereAnotherLeftOff() throws IOException {
    ContentStore store = ContentStore.make(folder);
    try (Ingest first = store.ingest("ref", 0, Optional.empty())) {
      first.write(bytes("hel"));
      assertKind(Kind.UNAVAILABLE, () -> store.ingest("ref", 0, Optional.empty()));
    }
    try (Ingest second = store.ingest("ref", 0, Optional.empty())) {
      assertThat(second.offset()).isEqualTo(3);
      second.write(bytes("lo"));
      assertThat(second.commit(0, Optional.empty())).isEqualTo(HELLO);
    }
  }

  @Test
  void whatIsNotAsAnnouncedIsRefusedAndLeavesNothing() throws IOException {
    ContentStore store = ContentStore.make(folder);
    Ingest ingest = store.ingest("ref", 0, Optional.of(HELLO));
    ingest.write(bytes("other"));
    assertKind(Kind.FAILED_PRECONDITION, () -> ingest.commit(5, Optional.of(HELLO)));
    assertKind(Kind.FAILED_PRECONDITION, () -> ingest.commit(4, Optional.empty()));
    ingest.close();
    store.close();
    assertThat(store.list()).isEmpty();
    assertThat(folder.resolve("ingest")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sha256:", "sha256:../../etc/passwd", "../x", "sha256:ABC", "md5:d41d8cd98f00b204e9800998ecf8427e"})
  void onlyDigestsAreNames(String text) {
    assertKind(Kind.INVALID_ARGUMENT, () -> BlobDigest.parse(text));
  }

  @Test
  void anIndexKeepsWhatItDoesNotKnow() throws IOException {
    Files.writeString(
        folder.resolve("index.json"),
        """
        {"schemaVersion":2,"manifests":[{"mediaType":"m","digest":"%1$s","size":5,"platform":{"os":"linux"},
        "annotations":{"org.opencontainers.image.ref.name":"old","io.containerd.image.name":"a.example/b:old"}},
        {"mediaType":"m","digest":"%1$s","size":5,"annotations":{"org.opencontainers.image.ref.name":"latest"}}],
        "x":true}"""
            .formatted(HELLO));
    OciIndex index = new OciIndex(folder);
    Descriptor added =
        Descriptor.read("{\"mediaType\":\"n\",\"digest\":\"%s\",\"size\":6}".formatted(HELLO).getBytes(StandardCharsets.UTF_8));

    index.put(added, List.of(new OciIndex.Name.Tag("latest"), new OciIndex.Name.Reference("a.example/b:1")));

    assertThat(folder.resolve("index.json"))
        .hasContent(
            ("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":["
                    + "{\"mediaType\":\"m\",\"digest\":\"%1$s\",\"size\":5,\"platform\":{\"os\":\"linux\"},"
                    + "\"annotations\":{\"org.opencontainers.image.ref.name\":\"old\","
                    + "\"io.containerd.image.name\":\"a.example/b:old\"}},"
                    + "{\"mediaType\":\"n\",\"digest\":\"%1$s\",\"size\":6,"
                    + "\"annotations\":{\"org.opencontainers.image.ref.name\":\"latest\"}},"
                    + "{\"mediaType\":\"n\",\"digest\":\"%1$s\",\"size\":6,"
                    + "\"annotations\":{\"io.containerd.image.name\":\"a.example/b:1\","
                    + "\"org.opencontainers.image.ref.name\":\"1\"}}],\"x\":true}")
                .formatted(HELLO));
    assertThat(index.find("a.example/b:old")).isPresent();
    assertThat(index.find("1").orElseThrow().digest()).isEqualTo(HELLO);
    assertThat(index.find("2")).isEmpty();
  }

  private static void assertKind(Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ContentException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void thoseWhoPutIntoAnIndexAtOnceLoseNothing() throws Exception {
    String json = "{\"digest\":\"%s\",\"size\":5}".formatted(HELLO);
    Descriptor descriptor = Descriptor.read(json.getBytes(StandardCharsets.UTF_8));
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Void>> puts = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        OciIndex.Name name = new OciIndex.Name.Tag("tag" + i);
        puts.add(
            () -> {
              new OciIndex(folder).put(descriptor, List.of(name));
              return null;
            });
      }
      for (Future<Void> put : threads.invokeAll(puts)) {
        put.get();
      }
    }
    assertThat(new OciIndex(folder).manifests()).hasSize(64);
    assertThat(folder.resolve("index.json.lock")).doesNotExist();
  }
}
