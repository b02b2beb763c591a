package dev.strake.bridge.training;

import dev.strake.bridge.proto.gateway.ReturnRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the image's program once, over a Dockerfile that uses most of the language, so that the class cache that it
 * writes at its end holds what builds need. The arguments are the program and its own arguments.
 *
 * <p>Exit codes: 0, the program built the file; 1, it did not.
 */
public final class TrainingRun {

  /** The program's writing of its cache is part of it, and slow where the processor is emulated. */
  private static final int PATIENCE_MINUTES = 20;

  /** Where it is, the program may lose patience with a stand-in that takes its first steps; the next are faster. */
  private static final int ATTEMPTS = 3;

  private TrainingRun() {}

  public static void main(String[] command) throws IOException, InterruptedException {
    String problem = run(List.of(command));
    if (!problem.isEmpty()) {
      System.err.println("training: " + problem);
    }
    System.exit(problem.isEmpty() ? 0 : 1);
  }

  /** What went wrong; empty where the program built the file. */
  public static String run(List<String> command) throws IOException, InterruptedException {
    String problem = runOnce(command);
    for (int attempt = 1; attempt < ATTEMPTS && !problem.isEmpty(); attempt++) {
      System.err.println("training: " + problem + "; once more");
      problem = runOnce(command);
    }
    return problem;
  }

  private static String runOnce(List<String> command) throws IOException, InterruptedException {
    TrainingBridge bridge = new TrainingBridge(files());
    try (FrontendProcess frontend = FrontendProcess.start(command, variables(), bridge)) {
      boolean ended = frontend.process().waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      return ended ? problem(bridge, frontend.process().exitValue()) : "the frontend does not end";
    }
  }

  private static String problem(TrainingBridge bridge, int exitCode) {
    if (exitCode != 0) {
      return "the frontend ended with " + exitCode;
    }
    ReturnRequest returned = bridge.returned().getNow(ReturnRequest.getDefaultInstance());
    return returned.hasResult() ? "" : "the frontend returned no result: " + returned.getError().getMessage();
  }

  /** A daemon's, for a build of this file with options of most kinds. */
  private static Map<String, String> variables() {
    List<String> options =
        List.of(
            "filename=Dockerfile", "build-arg:VERSION=1.2", "label:maintainer=x", "target=image",
            "add-hosts=a=1.2.3.4", "platform=linux/amd64,linux/arm64", "no-cache=tools", "image-resolve-mode=local",
            "cache-imports=[{\"type\":\"registry\",\"attrs\":{\"ref\":\"x\"}}]",
            "frontend.caps=moby.buildkit.frontend.inputs", "attest:provenance=mode=min");
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < options.size(); i++) {
      variables.put("BUILDKIT_FRONTEND_OPT_" + i, options.get(i));
    }
    variables.put("BUILDKIT_SESSION_ID", "training");
    variables.put("BUILDKIT_EXPORTEDPRODUCT", "buildkit");
    variables.put(
        "BUILDKIT_WORKERS",
        "[{\"id\":\"w\",\"labels\":{\"a\":\"b\"},\"platforms\":[{\"architecture\":\"amd64\",\"os\":\"linux\"}]}]");
    variables.put("LC_ALL", "C.UTF-8");
    return variables;
  }

  /** A Dockerfile that uses most of the language, and an ignore file. */
  static Map<String, byte[]> files() throws IOException {
    return Map.of("Dockerfile", file("Dockerfile"), ".dockerignore", file("ignore"));
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream file = TrainingRun.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return file.readAllBytes();
    }
  }
}
