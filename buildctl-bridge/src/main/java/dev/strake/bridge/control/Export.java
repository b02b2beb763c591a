package dev.strake.bridge.control;

import dev.strake.bridge.fsutil.TreeReceiver;
import dev.strake.bridge.session.ArchiveFile;
import dev.strake.bridge.session.ExportTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * A result that is wanted.
 *
 * <pre>{@code
 * SolveSpec.Builder spec =
 *     SolveSpec.ofFrontend("dockerfile.v0")
 *         .export(Export.onDaemon("image", Map.of("name", "registry.example/app:1", "push", "true")))
 *         .export(Export.toFile("oci", Map.of("name", "app:1"), Path.of("app.tar")));
 * }</pre>
 *
 * @param type the exporter: {@code image}, {@code local}, {@code tar}, {@code oci} or {@code docker}
 * @param attributes the exporter's own, such as {@code name}
 * @param destination where it comes to on this side
 */
public record Export(String type, Map<String, String> attributes, Destination destination) {

  public Export {
    attributes = Map.copyOf(attributes);
  }

  /** Where a result comes to on this side. */
  public sealed interface Destination {
    /** It stays with the daemon, or goes to a registry. */
    record OnDaemon() implements Destination {}

    /**
     * A folder, which is made where it is missing; what is in it stays, but for files of the same names. For
     * {@code oci} and {@code docker}, with the attribute {@code tar=false}, it becomes an OCI layout.
     */
    record Directory(Path path) implements Destination {}

    /** An archive, which appears under its name only when it is whole. */
    record File(Path path) implements Destination {}

    /** An archive, written to a stream that is closed when it is whole, and not closed when it failed. */
    record Stream(OutputStream stream) implements Destination {}
  }

  /** Whether it becomes an OCI layout in a folder. */
  boolean isLayout() {
    return (type.equals("oci") || type.equals("docker")) && destination instanceof Destination.Directory;
  }

  /**
   * Looks whether its destination on this side can be written to, as each build does before it begins.
   *
   * @throws IOException when it cannot
   */
  public void requireWritable() throws IOException {
    switch (destination) {
      case Destination.OnDaemon onDaemon -> {}
      case Destination.Stream stream -> {}
      case Destination.File(Path path) -> new ArchiveFile(path).check();
      case Destination.Directory(Path path) -> new ExportTarget.Directory(path, TreeReceiver.Mode.COPY).check();
    }
  }

  /** An image in the daemon's store, or in a registry. */
  public static Export onDaemon(String type, Map<String, String> attributes) {
    return new Export(type, attributes, new Destination.OnDaemon());
  }

  /** The files of the result in a folder. */
  public static Export toDirectory(String type, Map<String, String> attributes, Path directory) {
    return new Export(type, attributes, new Destination.Directory(directory));
  }

  /** The result in one archive. */
  public static Export toFile(String type, Map<String, String> attributes, Path file) {
    return new Export(type, attributes, new Destination.File(file));
  }

  /** The result as an archive on a stream, such as standard output. */
  public static Export toStream(String type, Map<String, String> attributes, OutputStream stream) {
    return new Export(type, attributes, new Destination.Stream(stream));
  }
}
