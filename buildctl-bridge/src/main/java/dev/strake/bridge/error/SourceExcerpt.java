package dev.strake.bridge.error;

import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.diagnostics.LineExcerpt;
import dev.strake.llb.SourceRange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A source file that the daemon speaks of, and the places in it that are meant.
 *
 * <pre>{@code
 * try {
 *   client.solve(spec, ProgressListener.none()).await();
 * } catch (DaemonException e) {
 *   e.sources().forEach(excerpt -> System.err.print(excerpt.render()));
 * }
 * }</pre>
 *
 * @param filename the name to show, such as {@code Dockerfile}
 * @param language such as {@code Dockerfile}; empty where not told
 * @param data the file's bytes; not copied
 * @param ranges the places; empty where the whole file is meant
 */
public record SourceExcerpt(String filename, String language, byte[] data, List<SourceRange> ranges) {

  public SourceExcerpt {
    ranges = List.copyOf(ranges);
  }

  /** The place and the text of the first marked line, such as {@code Dockerfile:2: RUN make}; empty where none is. */
  public Optional<String> firstLine() {
    OptionalInt first = ranges.stream().mapToInt(SourceRange::startLine).min();
    return new String(data, StandardCharsets.UTF_8)
        .lines()
        .skip(Math.max(0, first.orElse(0) - 1))
        .findFirst()
        .filter(line -> first.isPresent())
        .map(line -> filename + ":" + first.getAsInt() + ": " + line.strip());
  }

  /** The marked lines with some around them, as {@code buildctl} prints them; empty where no line is marked. */
  public String render() {
    return LineExcerpt.of(
        filename, data, ranges.stream().map(range -> new LineRange(range.startLine(), range.endLine())).toList());
  }
}
