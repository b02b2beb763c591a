package dev.strake.frontend.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.diagnostics.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for all diagnostics: the factory methods, and what the cases make of them. */
class DiagnosticCatalogueTest {

  private static final Pattern FACTORY =
      Pattern.compile("(?m)^  (?:public )?static (?:Diagnostic|Problem|Optional<\\w+>) (\\w+)\\(");

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*|[A-Z][A-Za-z]+");

  /** Errors whose message is all that can be said: it comes from elsewhere, or the remedy is in it. */
  private static final Set<String> WITHOUT_HELP =
      Set.of(
          "base-image",
          "context-not-loaded",
          "expansion",
          "InvalidBaseImagePlatform",
          "invalid-context",
          "invalid-git-source",
          "not-marshalled",
          "removed-option",
          "source-date-epoch-not-known");

  /** Errors that speak of no line: of options, of the file as a whole, or of what the daemon holds. */
  private static final Set<String> WITHOUT_PLACE =
      Set.of(
          // Of an image that is only copied from, which has no line of its own.
          "InvalidBaseImagePlatform",
          "invalid-add-hosts",
          "invalid-cache-imports",
          "invalid-context",
          "invalid-image-resolve-mode",
          "invalid-multi-platform",
          "invalid-network-mode",
          "invalid-platform",
          "invalid-resource-limit",
          "invalid-shm-size",
          "invalid-source-date-epoch",
          "invalid-ulimit",
          "lint-violation",
          "multi-platform-conflict",
          "no-stages",
          "not-marshalled",
          "removed-option",
          "source-date-epoch-not-known",
          "unknown-target");

  @Test
  void everyFactoryMethodIsUsed() {
    Map<Path, String> sources = sources();
    List<String> unused = new ArrayList<>();
    int found = 0;
    for (Map.Entry<Path, String> each : sources.entrySet()) {
      String name = each.getKey().getFileName().toString().replace(".java", "");
      if (!name.endsWith("Diagnostics")) {
        continue;
      }
      for (MatchResult factory : FACTORY.matcher(each.getValue()).results().toList()) {
        found++;
        Pattern use = Pattern.compile("\\b" + name + "(\\.|::)" + factory.group(1) + "\\b");
        boolean used =
            sources.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(each.getKey()) && use.matcher(other.getValue()).find());
        if (!used) {
          unused.add(name + "." + factory.group(1));
        }
      }
    }
    assertThat(unused).isEmpty();
    assertThat(found).isGreaterThan(100);
  }

  @Test
  void everyDiagnosticOfACaseHasACodeAndAHelpAndAPlace() {
    Set<String> codes = new TreeSet<>();
    Set<String> withoutHelp = new TreeSet<>();
    Set<String> withoutPlace = new TreeSet<>();
    for (DockerfileCase each : DockerfileCase.all()) {
      for (Diagnostic diagnostic : CaseRun.of(each).diagnostics()) {
        codes.add(diagnostic.code());
        if (diagnostic.help().isEmpty() && diagnostic.url().isEmpty()) {
          withoutHelp.add(diagnostic.code());
        }
        if (diagnostic.span().isEmpty() && diagnostic.lines().isEmpty()) {
          withoutPlace.add(diagnostic.code());
        }
      }
    }
    assertThat(codes).allMatch(CODE.asMatchPredicate()).hasSizeGreaterThan(80);
    assertThat(withoutHelp).isEqualTo(new TreeSet<>(WITHOUT_HELP));
    assertThat(withoutPlace).isEqualTo(new TreeSet<>(WITHOUT_PLACE));
  }

  /** The sources of the modules that make diagnostics of Dockerfiles; tests run in their module's folder. */
  private static Map<Path, String> sources() {
    Map<Path, String> sources = new TreeMap<>();
    for (String module : List.of("grammar", "frontend")) {
      Path root = Path.of("..", module, "src", "main", "java");
      try (Stream<Path> files = Files.find(root, 30, (path, file) -> path.toString().endsWith(".java"))) {
        for (Path path : files.toList()) {
          sources.put(path, Files.readString(path));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sources;
  }
}
