package dev.strake.bridge.cli;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.HostFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads an image, which is written to it as an archive, into the container engine of this machine. */
final class ImageLoader implements AutoCloseable {

  private static final List<Engine> ENGINES =
      List.of(
          new Engine("docker", List.of("version"), List.of("load")),
          new Engine("nerdctl", List.of("version"), List.of("load")),
          new Engine("podman", List.of("info"), List.of("load")),
          new Engine("ctr", List.of("version"), List.of("images", "import", "-")));

  private final Engine engine;
  private final Process process;

  private ImageLoader(Engine engine, Process process) {
    this.engine = engine;
    this.process = process;
  }

  /**
   * A program that loads images.
   *
   * @param probe what it does only where its engine runs
   */
  private record Engine(String program, List<String> probe, List<String> load) {}

  /** Starts the loading program of the first engine that answers. */
  static ImageLoader start(Host host) throws HostFailure, IOException, InterruptedException {
    for (Engine engine : ENGINES) {
      Optional<Path> program = host.program(engine.program());
      if (program.isPresent() && Command.of(words(program.get(), engine.probe())).run(line -> {}) == 0) {
        ProcessBuilder loading = new ProcessBuilder(words(program.get(), engine.load())).redirectErrorStream(true);
        loading.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return new ImageLoader(engine, loading.start());
      }
    }
    throw new HostFailure(CliDiagnostics.noEngine());
  }

  private static List<String> words(Path program, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(arguments);
    return words;
  }

  /** Takes the archive. */
  OutputStream stream() {
    return process.getOutputStream();
  }

  /** The archive is whole: waits until it is loaded. Returns the engine's name. */
  String finish() throws HostFailure, IOException, InterruptedException {
    process.getOutputStream().close();
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new HostFailure(CliDiagnostics.notLoaded(engine.program(), exitCode));
    }
    return engine.program();
  }

  /** Ends the loading where it was not finished: half an archive is no image. */
  @Override
  public void close() {
    process.destroy();
  }
}
