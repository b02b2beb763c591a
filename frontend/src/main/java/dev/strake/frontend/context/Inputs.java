package dev.strake.frontend.context;

import dev.strake.frontend.context.BuildContexts.Loaded;
import dev.strake.frontend.json.JsonMismatch;
import dev.strake.frontend.options.ContextOptions;
import dev.strake.frontend.port.GatewayException;
import dev.strake.llb.State;
import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Graphs that the client gave as contexts. */
final class Inputs {

  private static final String IMAGE_CONFIG = "containerimage.config";

  private final Gateway gateway;
  private final ContextOptions options;

  Inputs(Gateway gateway, ContextOptions options) {
    this.gateway = gateway;
    this.options = options;
  }

  /** The input of this name, for the context {@code key}. */
  Loaded load(String name, String key) {
    State state = gateway.port().inputs().get(name);
    if (state == null) {
      throw Gateway.failure("invalid input " + name + " for " + key);
    }
    return Optional.ofNullable(options.inputMetadata().get(name))
        .flatMap(Inputs::imageConfig)
        .map(config -> ImageTrees.ofInput(state, config, key))
        .orElseGet(() -> new Loaded.Tree(state, Optional.empty()));
  }

  /** The image configuration in an input's metadata: an object of values in base 64. */
  private static Optional<byte[]> imageConfig(String metadata) {
    Optional<byte[]> found = Optional.empty();
    try {
      GoJsonReader parser = GoJsonReader.of(metadata.getBytes(StandardCharsets.UTF_8));
      parser.next();
      JsonMismatch.expect(parser, Token.OBJECT, "value of type map[string][]uint8");
      while (parser.next() != Token.END_OBJECT) {
        String name = parser.text();
        if (parser.next() != Token.NULL) {
          JsonMismatch.expect(parser, Token.STRING, "value of type []uint8");
          byte[] value = parser.bytes();
          found = name.equals(IMAGE_CONFIG) ? Optional.of(value) : found;
        }
      }
    } catch (IOException | JsonMismatch malformed) {
      throw malformed(metadata, String.valueOf(malformed.getMessage()));
    }
    return found;
  }

  private static GatewayException malformed(String metadata, String why) {
    return Gateway.failure("failed to parse input metadata " + metadata + ": " + why);
  }
}
