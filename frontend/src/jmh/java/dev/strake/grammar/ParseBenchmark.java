package dev.strake.grammar;

import dev.strake.frontend.CorpusFiles;
import dev.strake.frontend.ast.AstBuilder;
import dev.strake.frontend.ast.Dockerfile;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
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
 * The time from bytes to tokens, to the parse tree, and to the syntax tree, over the Dockerfiles in a folder: over
 * three of them (of the sizes at a tenth, a half and 99 hundredths of all), and over all, where a time is that of all
 * files.
 *
 * <pre>
 * ./mvnw -q -Pbenchmark -pl frontend -am test -Dtest=ParseBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dstrake.corpus=FOLDER
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParseBenchmark {

  @Param({"small", "median", "large", "all"})
  public String files = "";

  private List<byte[]> inputs = List.of();

  /** Reads the files. */
  @Setup
  public void read() throws IOException {
    inputs = CorpusFiles.read(files);
  }

  /** Bytes to tokens. */
  @Benchmark
  public void lex(Blackhole hole) {
    for (byte[] bytes : inputs) {
      SourceChars chars = new SourceChars(SourceFile.of("Dockerfile", bytes), SyntaxLimits.DEFAULT);
      hole.consume(new SourceTokens(new DockerfileLexer(chars)));
    }
  }

  /** Bytes to the parse tree. */
  @Benchmark
  public void parse(Blackhole hole) {
    for (byte[] bytes : inputs) {
      SourceFile file = SourceFile.of("Dockerfile", bytes);
      hole.consume(DockerfileSyntax.parse(file, SyntaxLimits.DEFAULT, new DiagnosticSink()));
    }
  }

  /** Bytes to the syntax tree. */
  @Benchmark
  public void ast(Blackhole hole) {
    for (byte[] bytes : inputs) {
      SourceFile file = SourceFile.of("Dockerfile", bytes);
      Dockerfile dockerfile = AstBuilder.parse(file, SyntaxLimits.DEFAULT, new DiagnosticSink());
      hole.consume(dockerfile);
    }
  }

  @Test
  void run() throws RunnerException {
    String corpus = "-Dstrake.corpus=" + System.getProperty("strake.corpus");
    new Runner(new OptionsBuilder().include(ParseBenchmark.class.getName()).jvmArgs(corpus).build()).run();
  }
}
