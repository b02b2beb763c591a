package dev.strake.frontend;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.io.IOException;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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

  private static final Map<String, IntFunction<String>> SHAPES =
      new TreeMap<>(
          Map.of(
              "RUN", n -> "FROM scratch\n" + repeat(n, "RUN echo %d\n"),
              "ENV and RUN", n -> "FROM scratch\n" + repeat(n, "ENV A=%1$d\nRUN echo %1$d\n"),
              "ARG and RUN", n -> "FROM scratch\n" + repeat(n, "ARG A=%1$d\nRUN echo %1$d\n"),
              "COPY", n -> "FROM scratch\n" + repeat(n, "COPY f%d /d/\n"),
              "COPY from an image", n -> "FROM scratch\n" + repeat(n, "COPY --from=busybox f%d /d/\n"),
              "chain of stages", n -> "FROM scratch AS s0\n" + repeat(n, "FROM s%1$d AS s%2$d\nRUN echo %1$d\n"),
              "fan-in of stages",
                  n ->
                      repeat(n, "FROM scratch AS s%1$d\nRUN echo %1$d\n")
                          + "FROM scratch\n"
                          + repeat(n, "COPY --from=s%1$d x /y%1$d\n"),
              "stages not needed",
                  n -> repeat(n, "FROM scratch AS s%1$d\nRUN echo %1$d\n") + "FROM scratch\nCOPY a b\n"));

  private CompileGrowth() {}

  /** Prints a table in Markdown, in milliseconds. */
  public static void main(String[] args) throws IOException {
    if (args.length == 1) {
      write(Path.of(args[0]));
      return;
    }
    for (int round = 0; round < 20; round++) {
      SHAPES.values().forEach(shape -> compile(shape.apply(SIZES[0])));
    }
    System.out.println("| shape | 100 | 1,000 | 5,000 | 10,000 |\n|---|---|---|---|---|");
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
