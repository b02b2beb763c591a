package dev.strake.bridge.daemon;

import java.util.Map;
import java.util.OptionalLong;

/**
 * How a daemon of Strake's own is doing.
 *
 * @param address where a client reaches it
 * @param containerd containerd's process; absent when it does not run
 * @param buildkitd buildkitd's process; absent when it does not run
 * @param answers whether buildkitd accepts connections
 * @param versions what each component says of its version; one that is missing is not in it
 */
public record DaemonStatus(
    String address,
    OptionalLong containerd,
    OptionalLong buildkitd,
    boolean answers,
    Map<Component, String> versions) {

  public DaemonStatus {
    versions = Map.copyOf(versions);
  }
}
