package dev.strake.frontend;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Shows how the cost of compiling grows: for each shape of Dockerfile, the processor time from text to marshalled LLB
 * at 100, 1,000, 5,000 and 10,000 times the shape. With a folder as argument it writes them there as files instead, for
 * the reference to compile. {@code testdata/benchmarks/against-reference} runs both.
 *
 * <p>A shape that grows faster than its output shows as a row whose last number is more than ten times its second.
 */
public final class CompileGrowth {

  private static final int[] SIZES = {100, 1_000, 5_000, 10_000};
  private static final int ROUNDS = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final Map<String, IntFunction<String>> SHAPES = shapes();

  private static Map<String, IntFunction<String>> shapes() {
    Map<String, IntFunction<String>> shapes = new LinkedHashMap<>();
    shapes.put("RUN", n -> "FROM scratch\n" + repeat(n, "RUN echo %d\n"));
    shapes.put("ENV and RUN", n -> "FROM scratch\n" + repeat(n, "ENV A=%1$d\nRUN echo %1$d\n"));
    shapes.put("ENV, each another", n -> "FROM scratch\n" + repeat(n, "ENV A%1$d=%1$d\n") + "RUN true\n");
    shapes.put("ARG and RUN", n -> "FROM scratch\n" + repeat(n, "ARG A=%1$d\nRUN echo %1$d\n"));
    shapes.put("COPY", n -> "FROM scratch\n" + repeat(n, "COPY f%d /d/\n"));
    shapes.put("COPY, one with many sources", n -> "FROM scratch\nCOPY " + repeat(n, "\\\nf%d ") + "/d/\n");
    shapes.put("COPY from an image", n -> "FROM scratch\n" + repeat(n, "COPY --from=busybox f%d /d/\n"));
    shapes.put("COPY of a heredoc", n -> "FROM scratch\n" + repeat(n, "COPY <<E%1$d /f%1$d\n%1$d\nE%1$d\n"));
    shapes.put(
        "RUN with many mounts", n -> "FROM scratch\nRUN " + repeat(n, "--mount=type=cache,target=/c%d \\\n") + "a");
    shapes.put("RUN of many lines", n -> "FROM scratch\nRUN true" + repeat(n, " && \\\n  echo '%d' $a%1$d") + "\n");
    shapes.put("LABEL", n -> "FROM scratch\n" + repeat(n, "LABEL l%1$d=%1$d\n"));
    shapes.put("EXPOSE", n -> "FROM scratch\n" + repeat(n, "EXPOSE %d\n"));
    shapes.put("VOLUME", n -> "FROM scratch\n" + repeat(n, "VOLUME /v%d\n"));
    shapes.put("ONBUILD", n -> "FROM scratch AS a\n" + repeat(n, "ONBUILD RUN %d\n") + "FROM a\n");
    shapes.put("undefined variables", n -> "FROM scratch\n" + repeat(n, "COPY f$u%1$d /d/\n"));
    shapes.put("global ARG", n -> repeat(n, "ARG A%1$d=%1$d\n") + "FROM scratch\nRUN true\n");
    shapes.put(
        "chain of stages", n -> "FROM scratch AS s0\n" + repeat(n, "FROM s%1$d AS s%2$d\nRUN echo %1$d\n"));
    shapes.put("fan-in of stages", n -> repeat(n, "FROM scratch AS s%1$d\nRUN echo %1$d\n") + copies(n));
    shapes.put("fan-in of equal stages", n -> repeat(n, "FROM scratch AS s%1$d\nRUN true\n") + copies(n));
    shapes.put("fan-in of images", n -> repeat(n, "FROM i%1$d AS s%1$d\n") + copies(n));
    shapes.put(
        "stages not needed",
        n -> repeat(n, "FROM scratch AS s%1$d\nRUN echo %1$d\n") + "FROM scratch\nCOPY a b\n");
    return shapes;
  }

  private static String copies(int n) {
    return "FROM scratch\n" + repeat(n, "COPY --from=s%1$d x /y%1$d\n");
  }

  private CompileGrowth() {}

  /** Prints the rows of a table in Markdown, in milliseconds, or writes the files. */
  public static void main(String[] args) throws IOException {
    if (args.length == 1) {
      write(Path.of(args[0]));
      return;
    }
    for (int round = 0; round < 20; round++) {
      SHAPES.values().forEach(shape -> compile(shape.apply(SIZES[0])));
    }
    SHAPES.forEach(
        (name, shape) -> {
          StringBuilder row = new StringBuilder("| ").append(name);
          for (int size : SIZES) {
            row.append(" | ").append(milliseconds(shape.apply(size)));
          }
          System.out.println(row.append(" |"));
        });
  }

  private static void write(Path folder) throws IOException {
    for (Map.Entry<String, IntFunction<String>> shape : SHAPES.entrySet()) {
      for (int size : SIZES) {
        String name = "%s %05d".formatted(shape.getKey(), size).replace(' ', '-');
        Files.writeString(folder.resolve(name), shape.getValue().apply(size));
      }
    }
  }

  private static void compile(String text) {
    BenchmarkCompiler.compile(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static long milliseconds(String text) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      compile(text);
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
    }
    return best / 1_000_000;
  }

  private static String repeat(int times, String format) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < times; i++) {
      text.append(String.format(format, i, i + 1));
    }
    return text.toString();
  }
}
