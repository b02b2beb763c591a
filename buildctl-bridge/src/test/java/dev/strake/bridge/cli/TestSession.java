package dev.strake.bridge.cli;

import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.host.ShutdownGuard;
import dev.strake.bridge.host.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs commands as {@link Main} does, and keeps what they print. */
final class TestSession {

  private final Path folder;
  private final Host host;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private byte[] input = new byte[0];

  TestSession(Path folder, Map<String, String> environment) {
    this(folder, new Host(environment, folder, true));
  }

  private TestSession(Path folder, Host host) {
    this.folder = folder;
    this.host = host;
  }

  /** The session of a user who is not root. */
  static TestSession ordinary(Path folder) {
    return new TestSession(folder, new Host(Map.of(), folder, false));
  }

  static TestSession in(Path folder) {
    return new TestSession(folder, Map.of("XDG_CACHE_HOME", folder.toString()));
  }

  /** A session with the user's cache, where root file systems lie that are fetched once for a machine. */
  static TestSession withCacheOfUser(Path folder, Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("XDG_CACHE_HOME", Host.current().cacheFolder().getParent().toString());
    return new TestSession(folder, variables);
  }

  TestSession withInput(String text) {
    return withInput(text.getBytes(StandardCharsets.UTF_8));
  }

  TestSession withInput(byte[] bytes) {
    input = bytes;
    return this;
  }

  /** Runs a command and returns its exit code. */
  int run(String... args) {
    return Main.run(session(), args);
  }

  Session session() {
    return new Session(host, streams(), folder, new ShutdownGuard());
  }

  Streams streams() {
    return new Streams(
        new ByteArrayInputStream(input),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        false,
        false);
  }

  byte[] outBytes() {
    return out.toByteArray();
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
