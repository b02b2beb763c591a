package dev.strake.frontend.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.strake.frontend.port.GatewayException;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reference frontend's packages in a process of their own, {@code testdata/calls/reference}, which answers calls on
 * a daemon that is here. Its messages are described there.
 *
 * <p>Not thread-safe.
 */
public final class ReferencePackages implements AutoCloseable {

  private final Path executable;
  private final Path errors;
  private Process process;
  private DataInputStream in;
  private DataOutputStream out;
  private String lastWords = "";

  /**
   * Starts the process.
   *
   * @param executable the compiled program
   * @param folder for what the process says when it ends by itself
   */
  public ReferencePackages(Path executable, Path folder) throws IOException {
    this.executable = executable;
    this.errors = Files.createTempFile(folder, "reference", ".log");
    start();
  }

  private void start() throws IOException {
    process = new ProcessBuilder(executable.toString()).redirectError(errors.toFile()).start();
    in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /**
   * The transcript of the reference, or nothing where the call ends it: some files make it panic. It is asked twice, for
   * what ends it may come from the call before.
   */
  public Optional<String> transcript(Call call) throws IOException {
    for (int i = 0; i < 2; i++) {
      try {
        return Optional.of(ask(call));
      } catch (IOException gone) {
        lastWords = Files.readString(errors, UTF_8);
        restart();
      }
    }
    return Optional.empty();
  }

  private String ask(Call call) throws IOException {
    send(fields(call));
    List<String> message = receive();
    while (!message.getFirst().equals("transcript")) {
      send(image(call, message.get(1), message.get(2)));
      message = receive();
    }
    return message.get(1);
  }

  /** Begins anew: some of the reference's answers are drawn once for a process. */
  public void restart() throws IOException {
    close();
    start();
  }

  /** What the process said when a call last ended it. */
  public String lastWords() {
    return lastWords;
  }

  private static List<byte[]> fields(Call call) {
    List<byte[]> fields = new ArrayList<>();
    call.options().forEach((name, value) -> fields.addAll(bytes("option", name, value)));
    call.files()
        .forEach(
            (source, files) ->
                files.forEach(
                    (path, content) -> {
                      fields.addAll(bytes("file", source, path));
                      fields.add(content);
                    }));
    call.missingLlbCaps().forEach(id -> fields.addAll(bytes("nollb", id)));
    return fields;
  }

  private static List<byte[]> image(Call call, String reference, String platform) {
    try {
      Optional<Platform> wanted =
          platform.equals("-") ? Optional.empty() : Optional.of(Platforms.parse(platform, Platforms.local()));
      return bytes("config", call.images().config(reference, wanted));
    } catch (GatewayException unknown) {
      return bytes("error", String.valueOf(unknown.getMessage()));
    }
  }

  private static List<byte[]> bytes(String... texts) {
    List<byte[]> all = new ArrayList<>();
    for (String text : texts) {
      all.add(text.getBytes(UTF_8));
    }
    return all;
  }

  private void send(List<byte[]> texts) throws IOException {
    out.writeInt(texts.size());
    for (byte[] text : texts) {
      out.writeInt(text.length);
      out.write(text);
    }
    out.flush();
  }

  private List<String> receive() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(new String(in.readNBytes(in.readInt()), UTF_8));
    }
    return texts;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
