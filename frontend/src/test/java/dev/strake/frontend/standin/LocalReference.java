package dev.strake.frontend.standin;

import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayException.Kind;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A graph that was never built. What a local folder gives can be read; anything else has no files.
 *
 * @param folder the local folder that the graph loads
 */
record LocalReference(Definition definition, Optional<Path> folder) implements GatewayPort.Reference {

  private static final int GO_MODE_DIR = 1 << 31;

  @Override
  public String id() {
    return definition.head().orElse("");
  }

  @Override
  public State toState() {
    return definition.toState();
  }

  @Override
  public byte[] readFile(String path) {
    try {
      return Files.readAllBytes(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] readFile(String path, long offset, long length) {
    byte[] all = readFile(path);
    int from = (int) Math.min(offset, all.length);
    int to = length == 0 ? all.length : (int) Math.min(offset + length, all.length);
    return Arrays.copyOfRange(all, from, to);
  }

  @Override
  public List<GatewayPort.FileStat> readDir(String path, String includePattern) {
    try (Stream<Path> entries = Files.list(file(path))) {
      return entries.sorted().map(LocalReference::stat).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public GatewayPort.FileStat statFile(String path) {
    return stat(file(path));
  }

  @Override
  public void evaluate() {}

  private Path file(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return folder
        .map(root -> root.resolve(relative))
        .filter(Files::exists)
        .orElseThrow(
            () -> new GatewayException(Kind.NOT_FOUND, "open " + relative + ": no such file or directory"));
  }

  private static GatewayPort.FileStat stat(Path file) {
    try {
      boolean directory = Files.isDirectory(file);
      int mode = directory ? GO_MODE_DIR | 0755 : 0644;
      long size = directory ? 0 : Files.size(file);
      return new GatewayPort.FileStat(file.getFileName().toString(), mode, 0, 0, size, 0, "", Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
