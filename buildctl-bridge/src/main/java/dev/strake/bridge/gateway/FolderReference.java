package dev.strake.bridge.gateway;

import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayException.Kind;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A folder of this machine, whose files can be read by name. */
record FolderReference(Definition definition, Path folder) implements GatewayPort.Reference {

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
      return Files.readAllBytes(folder.resolve(path));
    } catch (IOException unreadable) {
      Kind kind = Files.exists(folder.resolve(path)) ? Kind.PERMISSION_DENIED : Kind.NOT_FOUND;
      throw new GatewayException(kind, "cannot read " + folder.resolve(path), unreadable);
    }
  }

  @Override
  public byte[] readFile(String path, long offset, long length) {
    byte[] all = readFile(path);
    int from = (int) Math.min(offset, all.length);
    int to = length == 0 ? all.length : (int) Math.min(from + length, all.length);
    return Arrays.copyOfRange(all, from, to);
  }

  @Override
  public List<GatewayPort.FileStat> readDir(String path, String includePattern) {
    throw OfflineGateway.refusal(path);
  }

  @Override
  public GatewayPort.FileStat statFile(String path) {
    throw OfflineGateway.refusal(path);
  }

  @Override
  public void evaluate() {}
}
