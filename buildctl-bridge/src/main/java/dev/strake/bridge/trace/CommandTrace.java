package dev.strake.bridge.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trace of the one command that a program runs: begun when it is known which, and sent when it is over. */
public final class CommandTrace {

  private final Map<String, String> environment;
  private final String program;
  private final String version;
  private final Optional<CollectorExporter> collector;
  private Optional<Tracer> tracer = Optional.empty();

  /**
   * Looks at what is wanted, and begins nothing.
   *
   * @param program its name, as it is called
   * @throws IllegalArgumentException where a collector is wanted that is not known here; the message is the reference's
   */
  public CommandTrace(Map<String, String> environment, String program, String version) {
    this.environment = environment;
    this.program = program;
    this.version = version;
    this.collector = CollectorExporter.of(environment);
  }

  /** Of a command that asks nobody. */
  public static CommandTrace none() {
    return new CommandTrace(Map.of(), "", "");
  }

  /**
   * The command begins.
   *
   * @param words those behind the program's name that are to be told
   */
  public void begin(String command, List<String> words) {
    List<String> line = new ArrayList<>();
    line.add(program);
    line.addAll(words);
    Tracer begun = Tracer.begin(command, line, TraceSettings.of(environment, program, version));
    tracer = Optional.of(begun);
  }

  /** For the clients of the command; absent where none has begun. */
  public Optional<Tracer> tracer() {
    return tracer;
  }

  /** The command has gone wrong. */
  public void fail(String reason) {
    tracer.ifPresent(begun -> begun.fail(reason));
  }

  /** The command is over: sends its spans to the daemon, and then to the collector. */
  public void end() {
    tracer.ifPresent(
        begun -> {
          // Behind the daemon, which does not wait long, while a collector may have to be waited for.
          collector.ifPresent(begun::sendTo);
          begun.close();
        });
    tracer = Optional.empty();
  }
}
