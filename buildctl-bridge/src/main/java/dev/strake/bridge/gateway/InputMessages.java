package dev.strake.bridge.gateway;

import dev.strake.frontend.port.GatewayException;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import java.util.LinkedHashMap;
import java.util.Map;

/** The inputs that a frontend's caller has given it, as the compiler knows them. */
final class InputMessages {

  private InputMessages() {}

  /** @throws GatewayException if a graph cannot be read */
  static Map<String, State> states(Map<String, dev.strake.llb.pb.Definition> messages) {
    Map<String, State> states = new LinkedHashMap<>();
    messages.forEach((name, message) -> states.put(name, state(message)));
    return states;
  }

  /** Even the empty tree has metadata: a graph without any was never made. */
  private static State state(dev.strake.llb.pb.Definition message) {
    if (message.getMetadataCount() == 0) {
      throw new GatewayException(
          GatewayException.Kind.UNKNOWN, "invalid nil input definition to definition op");
    }
    try {
      return Definition.fromProto(message).toState();
    } catch (IllegalArgumentException broken) {
      throw new GatewayException(GatewayException.Kind.UNKNOWN, String.valueOf(broken.getMessage()), broken);
    }
  }
}
