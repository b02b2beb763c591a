package dev.strake.bridge.host;

import java.nio.file.Path;

/**
 * What a command runs in.
 *
 * @param folder relative paths begin here
 * @param guard what holds the process until the command has cleaned up
 */
public record Session(Host host, Streams streams, Path folder, ShutdownGuard guard) {

  /** Says what is being done, beside the result. */
  public void notice(String line) {
    streams.err().println("strake: " + line);
  }
}
