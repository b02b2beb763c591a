package dev.strake.frontend;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The time from a Dockerfile's bytes to marshalled LLB, over {@link CorpusFiles}.
 *
 * <pre>
 * ./mvnw -q -Pbenchmark -pl frontend -am test -Dtest=CompileBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dstrake.corpus=FOLDER
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CompileBenchmark {

  @Param({"small", "median", "large"})
  public String files = "";

  private List<byte[]> inputs = List.of();

  /** Reads the files. */
  @Setup
  public void read() throws IOException {
    inputs = CorpusFiles.read(files);
  }

  /** Bytes to LLB. */
  @Benchmark
  public void compile(Blackhole hole) {
    for (byte[] bytes : inputs) {
      hole.consume(BenchmarkCompiler.compile(bytes));
    }
  }

  @Test
  void run() throws RunnerException {
    String corpus = "-Dstrake.corpus=" + System.getProperty("strake.corpus");
    new Runner(new OptionsBuilder().include(CompileBenchmark.class.getName()).jvmArgs(corpus).build()).run();
  }
}
