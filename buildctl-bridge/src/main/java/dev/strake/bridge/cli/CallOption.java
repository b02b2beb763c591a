package dev.strake.bridge.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code --call} asks about a Dockerfile instead of building it.
 *
 * @param request the frontend's name for it
 * @param json whether the answer is wanted as JSON
 */
record CallOption(String request, boolean json) {

  private static final String OPTION = "--call";
  private static final Map<String, String> REQUESTS =
      Map.of(
          "check", "frontend.lint",
          "lint", "frontend.lint",
          "outline", "frontend.outline",
          "targets", "frontend.targets");

  /** Absent for a build. */
  static Optional<CallOption> of(ResultOptions given) {
    List<String> words = OptionValues.fields(OPTION, given.check ? "check" : given.call);
    boolean json = false;
    for (String word : words.subList(1, words.size())) {
      switch (word) {
        case "format=json" -> json = true;
        case "format=text" -> json = false;
        default ->
            throw new UsageException(OPTION + "=" + given.call + ": \"" + word + "\" is unknown", "write format=json");
      }
    }
    String method = words.getFirst();
    if (method.equals("build")) {
      return Optional.empty();
    }
    if (!REQUESTS.containsKey(method)) {
      throw new UsageException(
          OPTION + "=" + method + ": there is no such method", "the methods are build, check, outline, targets");
    }
    return Optional.of(new CallOption(REQUESTS.get(method), json));
  }
}
