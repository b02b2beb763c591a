package dev.strake.bridge.option;

import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.session.SshSource;
import dev.strake.bridge.session.Surroundings;
import dev.strake.llb.go.GoBool;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code --ssh}: {@code ID[=SOCKET[,raw=true]|KEY[,KEY]]}. */
public final class SshOptions {

  private final Surroundings surroundings;

  public SshOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * What one value says.
   *
   * @param paths as they are written
   */
  record Agent(String id, List<String> paths, boolean raw) {

    static Agent parse(String text) {
      int equals = text.indexOf('=');
      String id = equals < 0 ? text : text.substring(0, equals);
      List<String> paths = new ArrayList<>();
      boolean raw = false;
      if (equals >= 0) {
        for (String part : text.substring(equals + 1).split(",", -1)) {
          if (part.startsWith("raw=")) {
            raw = readRaw(part.substring("raw=".length()));
          } else {
            paths.add(part);
          }
        }
      }
      if (raw && paths.size() != 1) {
        throw wrong("raw mode must supply exactly one socket path for " + GoQuote.quote(id));
      }
      return new Agent(id, List.copyOf(paths), raw);
    }

    private static boolean readRaw(String value) {
      return switch (GoBool.parse(value)) {
        case GoResult.Value<Boolean>(Boolean on) -> on;
        case GoResult.Failure<Boolean>(String message) ->
            throw wrong("invalid value for 'raw': " + value + ": " + message);
      };
    }
  }

  private static OptionException wrong(String message) {
    return new OptionException(message, "write default, ID=SOCKET[,raw=true] or ID=KEY[,KEY]");
  }

  /**
   * Offers the agents of all values.
   *
   * @throws OptionException where one means none
   */
  public void addTo(SessionSpec.Builder session, List<String> texts) {
    List<Agent> agents = texts.stream().map(Agent::parse).toList();
    for (Agent agent : agents) {
      try {
        session.ssh(agent.id(), SshSource.of(agent.id(), agent.paths(), agent.raw(), surroundings));
      } catch (IOException | IllegalArgumentException e) {
        throw wrong(String.valueOf(e.getMessage()));
      }
    }
  }
}
