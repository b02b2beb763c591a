package dev.strake.bridge.differential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Throwables;
import dev.strake.frontend.calls.Call;
import dev.strake.frontend.calls.ReferencePackages;
import dev.strake.frontend.calls.Transcript;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayException.Kind;
import dev.strake.frontend.standin.StandInImages;
import dev.strake.grammar.source.Utf8Escapes;
import dev.strake.llb.Platform;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One file through the reference's packages and through ours, without a daemon: what both ask of it, and what they answer,
 * to the plain call and to the subrequests. It takes some milliseconds.
 *
 * <p>Not thread-safe.
 */
final class PackagesComparison {

  private static final List<String> REQUESTS =
      List.of("", "frontend.lint", "frontend.outline", "frontend.targets", "frontend.convertllb");

  /** How often what is different is asked again: the reference's answer may be chance. */
  private static final int CHANCES = 40;

  private static final String ASKED = "asked";
  private static final String END = "end";

  // Making an image costs more than compiling a file.
  private static final Map<Wanted, String> IMAGES = new ConcurrentHashMap<>();

  private final ReferencePackages reference;

  PackagesComparison(ReferencePackages reference) {
    this.reference = reference;
  }

  /**
   * What is different, by aspect, for people to read.
   *
   * @param dockerfile the file's bytes
   * @param options what is asked for beside the variant's own options
   */
  Map<String, String> differences(byte[] dockerfile, Variant variant, Map<String, String> options) throws IOException {
    Map<String, String> differences = new TreeMap<>();
    for (String request : REQUESTS) {
      Map<String, String> all = new HashMap<>(variant.options());
      all.putAll(options);
      all.put("cmdline", "x");
      if (!request.isEmpty()) {
        all.put("requestid", request);
      }
      Call call = Call.of(all, files(dockerfile, variant), PackagesComparison::image, variant.missing());
      String prefix = Comparison.name(request) + ":";
      differences(request, call).forEach((aspect, text) -> differences.put(prefix + aspect, text));
    }
    return differences;
  }

  private static Map<String, Map<String, byte[]>> files(byte[] dockerfile, Variant variant) {
    Map<String, Map<String, byte[]>> files = new HashMap<>();
    files.put("local://dockerfile", Map.of("Dockerfile", dockerfile));
    if (!variant.dockerIgnore().isEmpty()) {
      byte[] ignore = String.join("\n", variant.dockerIgnore()).getBytes(UTF_8);
      files.put("local://context", Map.of(".dockerignore", ignore));
    }
    return files;
  }

  private Map<String, String> differences(String request, Call call) throws IOException {
    Map<String, String> ours = ours(request, call);
    Map<String, String> differences = new TreeMap<>();
    for (int i = 0; i < CHANCES; i++) {
      Optional<String> transcript = reference.transcript(call);
      if (transcript.isEmpty()) {
        return Map.of(Side.CRASH, reference.lastWords());
      }
      Map<String, String> now = TextDiff.of(aspects(request, transcript.get()), ours);
      if (call.options().getOrDefault("platform", "").contains(",") && ours.getOrDefault(END, "").startsWith("ERROR")) {
        // How far the builds of the other platforms had come is chance.
        now.remove(ASKED);
      }
      if (i == 0) {
        differences.putAll(now);
      }
      differences.keySet().retainAll(now.keySet());
      if (differences.isEmpty()) {
        break;
      }
      // What it draws once for a process is chance, too.
      reference.restart();
    }
    return differences;
  }

  private static Map<String, String> ours(String request, Call call) {
    try {
      return aspects(request, Utf8Escapes.replaced(Transcript.of(call)));
    } catch (RuntimeException | Error bug) {
      return Map.of("bug", Throwables.getStackTraceAsString(bug));
    }
  }

  /** A transcript in parts: what is asked, how it ends, and each of the metadata. */
  private static Map<String, String> aspects(String request, String transcript) {
    Map<String, StringBuilder> parts = new TreeMap<>();
    String part = ASKED;
    for (String each : transcript.split("\n", -1)) {
      String line = each;
      if (line.startsWith("METADATA ")) {
        part = line.split(" ", 3)[1];
        line = line.split(" ", 3)[2];
      } else if (line.startsWith("RESULT ") || line.startsWith("ERROR ")) {
        part = END;
      } else if (line.startsWith("ATTEST ")) {
        part = "attestations";
      }
      parts.computeIfAbsent(part, key -> new StringBuilder()).append(line).append('\n');
    }
    Map<String, String> aspects = new TreeMap<>();
    parts.forEach(
        (name, text) ->
            aspects.put(
                name,
                Aspects.comparable(
                    Comparison.comparable(Comparison.name(request), name, text.toString()))));
    return aspects;
  }

  private static String image(String reference, Optional<Platform> platform) {
    return IMAGES.computeIfAbsent(new Wanted(reference, platform), key -> config(reference, platform));
  }

  /** The configuration of the image of a name, as {@link StandInImages} has it. */
  private static String config(String reference, Optional<Platform> platform) {
    boolean pinned = reference.contains("@");
    if (reference.contains(":missing")) {
      throw new GatewayException(Kind.NOT_FOUND, reference + ": not found");
    }
    StandInImages.Image image = pinned ? StandInImages.PINNED : StandInImages.of(reference);
    return new String(
        image
            .forPlatform(platform.orElse(StandInImages.PLATFORMS.getFirst()))
            .orElseThrow(() -> new GatewayException(Kind.NOT_FOUND, "no match for platform in manifest: not found"))
            .config()
            .bytes(),
        UTF_8);
  }

  private record Wanted(String reference, Optional<Platform> platform) {}
}
