package dev.strake.frontend.subrequest;

import java.util.List;
import java.util.Optional;

/**
 * A subrequest as {@code frontend.subrequests.describe} tells of it.
 *
 * @param options its own options; absent where its definition holds none, not even an empty list
 * @param metadata the keys of its answer
 */
record RequestDefinition(
    String name, String version, String description, Optional<List<Option>> options, List<String> metadata) {

  static final RequestDefinition OUTLINE =
      new RequestDefinition(
          Subrequests.OUTLINE,
          "1.0.0",
          "List all parameters current build target supports",
          Optional.of(List.of(new Option("target", "Target build stage"))),
          List.of("result.json", "result.txt"));

  static final RequestDefinition TARGETS =
      new RequestDefinition(
          Subrequests.TARGETS,
          "1.0.0",
          "List all targets current build supports",
          Optional.of(List.of()),
          List.of("result.json", "result.txt"));

  static final RequestDefinition DESCRIBE =
      new RequestDefinition(
          Subrequests.DESCRIBE,
          "1.0.0",
          "List available subrequest types",
          Optional.empty(),
          List.of("result.json", "result.txt"));

  /** An option of a subrequest. */
  record Option(String name, String description) {}
}
