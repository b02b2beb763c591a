package dev.strake.bridge.testing;

import java.net.URI;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;

/** S3Proxy on a port of the loopback interface, with one bucket in memory, which wants its keys. */
public final class TestObjectStore implements AutoCloseable {

  /** The one bucket. */
  public static final String BUCKET = "cache";

  /** The id of the one who may come in. */
  public static final String KEY_ID = "key-of-the-test";

  /** That one's secret. */
  public static final String SECRET = "secret-of-the-test";

  private static final long PATIENCE_SECONDS = 30;

  private final BlobStoreContext blobs;
  private final S3Proxy server;

  private TestObjectStore(BlobStoreContext blobs, S3Proxy server) {
    this.blobs = blobs;
    this.server = server;
  }

  /** Starts one, and waits until it listens. */
  public static TestObjectStore start() throws Exception {
    BlobStoreContext blobs =
        ContextBuilder.newBuilder(new TransientApiMetadata())
            .credentials("any", "any")
            .overrides(new Properties())
            .build(BlobStoreContext.class);
    blobs.getBlobStore().createContainerInLocation(null, BUCKET);
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(blobs.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY_ID, SECRET)
            .build();
    server.start();
    TestObjectStore started = new TestObjectStore(blobs, server);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!server.getState().equals("STARTED")) {
      if (System.nanoTime() > end) {
        started.close();
        throw new IllegalStateException("the object store does not start: " + server.getState());
      }
      Thread.sleep(10);
    }
    return started;
  }

  /** Such as {@code http://127.0.0.1:1234}. */
  public String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** How many objects there are whose names begin so. */
  public int count(String prefix) {
    return blobs.getBlobStore().list(BUCKET, ListContainerOptions.Builder.prefix(prefix).recursive()).size();
  }

  @Override
  public void close() throws Exception {
    server.stop();
    blobs.close();
  }
}
