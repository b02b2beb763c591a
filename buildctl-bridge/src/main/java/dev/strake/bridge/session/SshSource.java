package dev.strake.bridge.session;

import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.UnixMode;
import dev.strake.bridge.ssh.PrivateKeyFile;
import dev.strake.bridge.ssh.SshIdentity;
import dev.strake.llb.go.GoQuote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a step that mounts SSH talks to on this side.
 *
 * <pre>{@code
 * SshSource agent = SshSource.of("", List.of(), false, Surroundings.ofProcess());
 * SessionSpec session = SessionSpec.builder().ssh(SshSource.DEFAULT_ID, agent).build();
 * }</pre>
 */
public sealed interface SshSource {

  /** The id of a mount that names none. */
  String DEFAULT_ID = "default";

  /**
   * The agent that listens at a socket. A build may list its keys and have it sign, and not change it.
   *
   * @param socket asked anew for each connection
   */
  record Agent(Path socket) implements SshSource {}

  /** An agent in this process that holds these keys, and no others. */
  record Keys(List<SshIdentity> identities) implements SshSource {
    public Keys {
      identities = List.copyOf(identities);
    }
  }

  /** Whatever listens at a socket, and whatever it speaks. */
  record Raw(Path socket) implements SshSource {}

  /**
   * The source that a list of paths means, as {@code buildctl --ssh} reads it: none for the user's agent, one socket,
   * or files of private keys.
   *
   * @param id only for the error's message; empty for {@value #DEFAULT_ID}
   * @param raw whether the socket is to be passed on as it is
   * @param surroundings where relative paths begin, and {@code SSH_AUTH_SOCK} is looked for
   * @throws IOException when the paths contradict each other, one does not exist, or a key cannot be read; the message
   *     is the reference's
   */
  static SshSource of(String id, List<String> paths, boolean raw, Surroundings surroundings) throws IOException {
    String name = id.isEmpty() ? DEFAULT_ID : id;
    try {
      if (raw && paths.size() != 1) {
        throw new IOException("raw mode must supply exactly one path");
      }
      return ofPaths(name, paths.equals(List.of("")) ? List.of() : paths, raw, surroundings);
    } catch (IOException e) {
      String shown = "{" + name + " [" + String.join(" ", paths) + "] " + raw + "}";
      throw new IOException("failed to convert agent config " + shown + ": " + e.getMessage(), e);
    }
  }

  private static SshSource ofPaths(String id, List<String> paths, boolean raw, Surroundings surroundings)
      throws IOException {
    List<String> given =
        paths.isEmpty() ? List.of(surroundings.environment().getOrDefault("SSH_AUTH_SOCK", "")) : paths;
    if (given.getFirst().isEmpty()) {
      throw new IOException("invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set");
    }
    try {
      return open(given, raw, surroundings);
    } catch (IOException e) {
      throw new IOException("failed to convert agent config for ID: " + GoQuote.quote(id) + ": " + e.getMessage(), e);
    }
  }

  private static SshSource open(List<String> paths, boolean raw, Surroundings surroundings) throws IOException {
    List<SshIdentity> identities = new ArrayList<>();
    Path socket = null;
    for (String text : paths) {
      if (socket != null) {
        throw new IOException("only single socket allowed");
      }
      Path path = surroundings.resolve(text);
      if (isSocket(path, text)) {
        socket = path;
      } else if (raw) {
        throw new IOException("raw mode only supported with socket paths");
      } else {
        identities.add(PrivateKeyFile.read(path, text));
      }
    }
    if (socket == null) {
      return new Keys(identities);
    }
    if (!identities.isEmpty()) {
      throw new IOException("invalid combination of keys and sockets");
    }
    return raw ? new Raw(socket) : new Agent(socket);
  }

  private static boolean isSocket(Path path, String name) throws IOException {
    try {
      return (UnixMode.TYPE & (Integer) Files.getAttribute(path, "unix:mode")) == UnixMode.SOCKET;
    } catch (IOException e) {
      throw new IOException("stat " + FileErrors.describe(e, name), e);
    }
  }
}
