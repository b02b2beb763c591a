package dev.strake.bridge.differential;

import dev.strake.frontend.port.GatewayPort;
import java.util.Map;

/** One of the two frontends that are compared. */
interface Side extends AutoCloseable {

  /** The only aspect of a run that ended the reference. */
  String CRASH = "crash";

  /**
   * Runs the frontend once.
   *
   * @param request the options of this run beside the build's own
   * @return what the run gives, by aspect, as text
   */
  Map<String, String> run(GatewayPort gateway, Map<String, String> request);

  @Override
  default void close() {}
}
