package dev.strake.bridge.connection;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program whose standard input and output are a connection to a daemon, such as {@code docker exec -i NAME buildctl
 * dial-stdio}.
 */
public record HelperProgram(Host host, List<String> words) implements StreamOpener {

  public HelperProgram {
    words = List.copyOf(words);
  }

  @Override
  public ByteStream open() throws IOException {
    Path program =
        host.program(words.getFirst())
            .orElseThrow(() -> new IOException(words.getFirst() + " is not installed, or not on the PATH"));
    List<String> full = new ArrayList<>(words);
    full.set(0, program.toString());
    ProcessBuilder builder = new ProcessBuilder(full);
    builder.environment().clear();
    builder.environment().putAll(host.environment());
    return new ProcessStream(builder.start(), Command.of(words).toString());
  }
}
