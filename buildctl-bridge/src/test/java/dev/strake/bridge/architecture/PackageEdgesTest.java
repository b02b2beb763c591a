package dev.strake.bridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The edges between packages, as {@code jdeps} sees them in the classes, against {@code
 * testdata/architecture/package-edges.txt}. {@code -Dgolden.update} rewrites the list, and that run still fails.
 *
 * <p>The JDK's packages are left out, and those of libraries are cut to the library's name.
 */
class PackageEdgesTest {

  private static final Path LIST = Path.of("..", "testdata", "architecture", "package-edges.txt");

  private static final String HEADER =
      "# Which package uses which: a new line here is a decision. Rewrite with -Dgolden.update.\n";

  private static final List<String> MODULES = List.of("grammar", "llb", "frontend", "buildctl-bridge");

  private static final List<String> LIBRARIES =
      List.of(
          "com.google.common", "com.google.protobuf", "com.jcraft", "io.airlift", "io.grpc", "io.netty", "org.antlr",
          "org.tukaani",
          "picocli");

  private static final Set<String> ANNOTATIONS = Set.of("org.jspecify.annotations", "javax.annotation");

  private static final Pattern EDGE = Pattern.compile("^\\s+([\\w.]+)\\s+-> ([\\w.]+)\\s.*$", Pattern.MULTILINE);

  @Test
  void edgesAreThoseOfTheList() throws IOException {
    String found = HEADER + String.join("\n", edges()) + "\n";
    String listed = Files.exists(LIST) ? Files.readString(LIST) : "";
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(LIST.getParent());
      Files.writeString(LIST, found);
    }
    assertThat(found).isEqualTo(listed);
  }

  @Test
  void modulesPointInOneDirection() {
    assertThat(edges())
        .noneMatch(edge -> edge.startsWith("dev.strake.grammar") && edge.contains("-> dev.strake.llb"))
        .noneMatch(edge -> edge.startsWith("dev.strake.grammar") && edge.contains("-> dev.strake.frontend"))
        .noneMatch(edge -> edge.startsWith("dev.strake.llb") && edge.contains("-> dev.strake.grammar"))
        .noneMatch(edge -> edge.startsWith("dev.strake.llb") && edge.contains("-> dev.strake.frontend"))
        .noneMatch(
            edge -> edge.startsWith("dev.strake.frontend") && edge.matches(".*-> (io\\.grpc|io\\.netty|picocli)"));
  }

  @Test
  void noPackageReachesItself() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (String edge : edges()) {
      String[] ends = edge.split(" -> ", -1);
      uses.computeIfAbsent(ends[0], name -> new TreeSet<>()).add(ends[1]);
    }
    assertThat(uses.keySet()).isNotEmpty().noneMatch(name -> reachedFrom(name, uses).contains(name));
  }

  private static Set<String> reachedFrom(String start, Map<String, Set<String>> uses) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      uses.getOrDefault(open.remove(), Set.of()).stream().filter(reached::add).forEach(open::add);
    }
    return reached;
  }

  private static Set<String> edges() {
    Set<String> edges = new TreeSet<>();
    Matcher matcher = EDGE.matcher(jdeps());
    while (matcher.find()) {
      String to = library(matcher.group(2));
      boolean itself = to.equals(matcher.group(1));
      if (!itself && !to.startsWith("java.") && !to.startsWith("javax.") && !ANNOTATIONS.contains(to)) {
        edges.add(matcher.group(1) + " -> " + to);
      }
    }
    return edges;
  }

  private static String library(String name) {
    return LIBRARIES.stream().filter(name::startsWith).findFirst().orElse(name);
  }

  private static String jdeps() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] folders = MODULES.stream().map(module -> "../" + module + "/target/classes").toArray(String[]::new);
    String[] arguments = new String[folders.length + 3];
    arguments[0] = "-verbose:package";
    arguments[1] = "-filter:none";
    arguments[2] = "--ignore-missing-deps";
    System.arraycopy(folders, 0, arguments, 3, folders.length);
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    assertThat(status).as("%s%s", out, err).isZero();
    return out.toString();
  }
}
