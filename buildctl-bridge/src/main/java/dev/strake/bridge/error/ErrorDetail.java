package dev.strake.bridge.error;

import java.util.List;

/** What the daemon tells of an error beside its message. */
public sealed interface ErrorDetail {

  /** The place in a source file that led to the error. */
  record Source(SourceExcerpt excerpt) implements ErrorDetail {}

  /** The step that failed. */
  record Vertex(String digest) implements ErrorDetail {}

  /** A step's inputs and mounts when it failed, by the daemon's ids for them. */
  record Solve(List<String> inputIds, List<String> mountIds) implements ErrorDetail {
    public Solve {
      inputIds = List.copyOf(inputIds);
      mountIds = List.copyOf(mountIds);
    }
  }

  /** The frontend knows no such subrequest. */
  record Subrequest(String name) implements ErrorDetail {}

  /** The frontend lacks this capability. */
  record FrontendCap(String name) implements ErrorDetail {}

  /** The frontend in which it happened. */
  record Frontend(String name, String source) implements ErrorDetail {}
}
