package dev.strake.frontend.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayException.Kind;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.Platform;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A frontend call and the daemon that it talks to, for example as a file describes them line by line; the README beside
 * the calls says how.
 *
 * @param files the files of each source whose identifier begins so
 * @param undated how sources of the web begin that tell no time of change
 * @param converted what source policies make of images' references
 */
public record Call(
    Map<String, String> options,
    Map<String, Map<String, byte[]>> files,
    Images images,
    Map<String, State> inputs,
    Set<String> undated,
    Map<String, String> converted,
    Set<String> missingGatewayCaps,
    Set<String> missingLlbCaps) {

  /** The images that the daemon can resolve. */
  @FunctionalInterface
  public interface Images {

    /**
     * An image's configuration.
     *
     * @throws GatewayException if there is none
     */
    String config(String reference, Optional<Platform> platform);
  }

  /** A call of a client that has a Dockerfile and perhaps a context. */
  public static Call of(
      Map<String, String> options, Map<String, Map<String, byte[]>> files, Images images, Set<String> missingLlbCaps) {
    return new Call(options, files, images, Map.of(), Set.of(), Map.of(), Set.of(), missingLlbCaps);
  }

  static Call read(Path file) throws IOException {
    Map<String, String> images = new HashMap<>();
    Images known =
        (reference, platform) ->
            Optional.ofNullable(images.get(reference))
                .orElseThrow(() -> new GatewayException(Kind.NOT_FOUND, reference + ": not found"));
    Call call =
        new Call(
            new HashMap<>(),
            new HashMap<>(),
            known,
            new HashMap<>(),
            new HashSet<>(),
            new HashMap<>(),
            new HashSet<>(),
            new HashSet<>());
    String source = "";
    String path = "";
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("|")) {
        call.append(source, path, (line.substring(1) + "\n").getBytes(UTF_8));
        continue;
      }
      String[] words = line.split(" ", 3);
      switch (words[0]) {
        case "option" -> call.option(line.substring("option ".length()));
        case "file" -> {
          source = words[1];
          path = words[2];
          call.append(source, path, new byte[0]);
        }
        case "bytes" -> {
          String[] rest = words[2].split(" ");
          call.append(words[1], rest[0], HexFormat.of().parseHex(rest[1]));
        }
        case "image" -> images.put(words[1], words[2]);
        case "convert" -> call.converted.put(words[1], words[2]);
        case "undated" -> call.undated.add(words[1]);
        case "input" -> call.inputs.put(words[1], input(words[1]));
        case "nogateway" -> call.missingGatewayCaps.add(words[1]);
        case "nollb" -> call.missingLlbCaps.add(words[1]);
        default -> throw new IllegalArgumentException(line);
      }
    }
    return call;
  }

  /** A value may hold {@code =}, and so may the name of a context: that one is set off by blanks. */
  private void option(String text) {
    String separator = text.contains(" = ") ? " = " : "=";
    int at = text.indexOf(separator);
    options.put(text.substring(0, at), text.substring(at + separator.length()));
  }

  private void append(String source, String path, byte[] more) {
    Map<String, byte[]> tree = files.computeIfAbsent(source, key -> new HashMap<>());
    byte[] before = tree.getOrDefault(path, new byte[0]);
    byte[] all = Arrays.copyOf(before, before.length + more.length);
    System.arraycopy(more, 0, all, before.length, more.length);
    tree.put(path, all);
  }

  private static State input(String name) {
    return Sources.local("input-" + name, LocalOptions.NONE.withSessionId("input"));
  }

  GatewayPort.Reference tree(Transcript transcript, Set<String> identifiers) {
    Map<String, byte[]> found = new HashMap<>();
    files.forEach(
        (prefix, tree) -> {
          if (identifiers.stream().anyMatch(identifier -> identifier.startsWith(prefix))) {
            found.putAll(tree);
          }
        });
    return new MemoryTree(transcript, found);
  }
}
