package dev.strake.bridge.control;

import dev.strake.bridge.control.Export.Destination;
import dev.strake.bridge.fsutil.TreeReceiver;
import dev.strake.bridge.session.ArchiveFile;
import dev.strake.bridge.session.ArchiveStream;
import dev.strake.bridge.session.ExportTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The places on this side that a build's exports come to. */
final class ExportTargets {

  private final Map<Integer, ExportTarget> targets;

  private ExportTargets(Map<Integer, ExportTarget> targets) {
    this.targets = targets;
  }

  /**
   * The targets of a list of exports.
   *
   * @throws IllegalArgumentException when an exporter and its destination do not fit together
   */
  static ExportTargets of(List<Export> exports) {
    Map<Integer, ExportTarget> targets = new LinkedHashMap<>();
    for (int id = 0; id < exports.size(); id++) {
      Export export = exports.get(id);
      requireFit(export);
      switch (export.destination()) {
        case Destination.OnDaemon onDaemon -> {}
        case Destination.Directory(var path) -> {
          // A layout comes blob by blob: see BlobFolders.
          if (!export.isLayout()) {
            targets.put(id, new ExportTarget.Directory(path, mode(export)));
          }
        }
        case Destination.File(var path) -> targets.put(id, new ArchiveFile(path));
        case Destination.Stream(var stream) -> targets.put(id, new ArchiveStream(stream));
      }
    }
    return new ExportTargets(targets);
  }

  private static void requireFit(Export export) {
    String type = export.type();
    boolean takesFile = type.equals("tar") || type.equals("oci") || type.equals("docker");
    boolean takesFolder = type.equals("local");
    switch (export.destination()) {
      case Destination.OnDaemon onDaemon -> {
        require(!type.equals("tar"), "output file writer is required for " + type + " exporter");
        require(!takesFolder, "output directory is required for " + type + " exporter");
      }
      case Destination.Directory directory ->
          require(takesFolder || export.isLayout(), "output directory is not supported by " + type + " exporter");
      case Destination.File file -> require(takesFile, "output file writer is not supported by " + type + " exporter");
      case Destination.Stream stream ->
          require(takesFile, "output file writer is not supported by " + type + " exporter");
    }
  }

  private static void require(boolean fits, String message) {
    if (!fits) {
      throw new IllegalArgumentException(message);
    }
  }

  private static TreeReceiver.Mode mode(Export export) {
    String mode = export.attributes().getOrDefault("mode", "");
    return switch (mode.strip().toLowerCase(Locale.ROOT)) {
      case "", "copy" -> TreeReceiver.Mode.COPY;
      case "delete" -> TreeReceiver.Mode.DELETE;
      default -> throw new IllegalArgumentException("invalid local exporter mode \"" + mode + "\"");
    };
  }

  /** Looks whether all can be written to. */
  void check() throws IOException {
    for (ExportTarget target : targets.values()) {
      target.check();
    }
  }

  Map<Integer, ExportTarget> byExporter() {
    return targets;
  }

  /** The build has succeeded. */
  void commit() {
    try {
      for (ExportTarget target : targets.values()) {
        target.commit();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The build has failed. */
  void discard() {
    targets.values().forEach(ExportTarget::discard);
  }
}
