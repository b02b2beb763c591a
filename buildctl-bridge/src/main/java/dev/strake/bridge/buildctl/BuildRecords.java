package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.control.ProgressListener;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.progress.StatusJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** What is written about a build beside its display: {@code --trace} and {@code --debug-json-cache-metrics}. */
final class BuildRecords implements AutoCloseable {

  private final Optional<PrintStream> trace;
  private final Optional<CacheMetrics> metrics;

  private BuildRecords(Optional<PrintStream> trace, Optional<CacheMetrics> metrics) {
    this.trace = trace;
    this.metrics = metrics;
  }

  static BuildRecords open(Session session, FlagValues flags, LogLines log) {
    String traceFile = flags.text(BuildFlags.TRACE);
    Optional<PrintStream> trace = Optional.empty();
    if (!traceFile.isEmpty()) {
      trace = Optional.of(file(session, traceFile, StandardOpenOption.APPEND));
      log.info("tracing logs to " + traceFile);
    }
    String metricsFile = flags.text(BuildFlags.CACHE_METRICS);
    Optional<CacheMetrics> metrics =
        switch (metricsFile) {
          case "" -> Optional.empty();
          case "stdout" -> Optional.of(CacheMetrics.to(session.streams().out()));
          case "stderr" -> Optional.of(CacheMetrics.to(session.streams().err()));
          default ->
              Optional.of(CacheMetrics.toFile(file(session, metricsFile, StandardOpenOption.TRUNCATE_EXISTING)));
        };
    if (metrics.isPresent()) {
      boolean stream = metricsFile.equals("stdout") || metricsFile.equals("stderr");
      log.info("writing JSON cache metrics to " + (stream ? "/dev/" : "") + metricsFile);
    }
    return new BuildRecords(trace, metrics);
  }

  private static PrintStream file(Session session, String name, StandardOpenOption how) {
    Path file = session.folder().resolve(name);
    try {
      if (Files.notExists(file)) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      OutputStream stream = Files.newOutputStream(file, StandardOpenOption.WRITE, how);
      return new PrintStream(stream, false, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandException("open " + FileErrors.describe(e, name));
    }
  }

  /** A listener that writes down the progress and passes it on, and nothing else. */
  ProgressListener before(ProgressListener next) {
    return events -> {
      trace.ifPresent(stream -> stream.println(StatusJson.of(events)));
      metrics.ifPresent(counter -> counter.onProgress(events));
      next.onProgress(events);
    };
  }

  @Override
  public void close() {
    trace.ifPresent(PrintStream::close);
    metrics.ifPresent(CacheMetrics::close);
  }
}
