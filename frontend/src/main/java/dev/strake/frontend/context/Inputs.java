package dev.strake.frontend.context;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.strake.frontend.context.BuildContexts.Loaded;
import dev.strake.frontend.json.JsonMismatch;
import dev.strake.frontend.options.ContextOptions;
import dev.strake.frontend.port.GatewayException;
import dev.strake.llb.State;
import dev.strake.llb.go.GoJsonSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        .map(config -> ImageTrees.withConfig(state, config))
        .orElseGet(() -> new Loaded.Tree(state, Optional.empty()));
  }

  /** The image configuration in an input's metadata: an object of values in base 64. */
  private static Optional<byte[]> imageConfig(String metadata) {
    Optional<String> problem = GoJsonSyntax.problem(metadata.getBytes(StandardCharsets.UTF_8));
    if (problem.isPresent()) {
      throw malformed(metadata, problem.get());
    }
    Optional<byte[]> found = Optional.empty();
    try (JsonParser parser = new JsonFactory().createParser(metadata)) {
      parser.nextToken();
      JsonMismatch.expect(parser, JsonToken.START_OBJECT, "value of type map[string][]uint8");
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        if (parser.nextToken() != JsonToken.VALUE_NULL) {
          JsonMismatch.expect(parser, JsonToken.VALUE_STRING, "value of type []uint8");
          byte[] value = parser.getBinaryValue();
          found = name.equals(IMAGE_CONFIG) ? Optional.of(value) : found;
        }
      }
    } catch (JsonMismatch mismatch) {
      throw malformed(metadata, String.valueOf(mismatch.getMessage()));
    } catch (JsonProcessingException noBase64) {
      throw malformed(metadata, noBase64.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return found;
  }

  private static GatewayException malformed(String metadata, String why) {
    return Gateway.failure("failed to parse input metadata " + metadata + ": " + why);
  }
}
