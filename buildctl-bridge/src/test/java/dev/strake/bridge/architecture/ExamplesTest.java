package dev.strake.bridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the client's Javadoc, the compiler's and the README show can be compiled as it stands. */
class ExamplesTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/strake/bridge");
  private static final Path FRONTEND = Path.of("../frontend/src/main/java/dev/strake/frontend");
  private static final List<String> PACKAGES = List.of("control", "session", "error", "registry");
  private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);
  private static final Pattern MARKDOWN = Pattern.compile("```java\\n(.*?)\\n\\s*```", Pattern.DOTALL);

  /** What an example may take for granted: a client, and what others have shown how to get. */
  private static final String KNOWN =
      """
      package examples;

      abstract class Known {
        dev.strake.bridge.control.DaemonClient client;
        dev.strake.bridge.control.SolveSpec spec;
        dev.strake.bridge.control.SolveSpec.Builder builder;
        dev.strake.bridge.control.BlobDescriptor trace;
        dev.strake.bridge.session.SessionSpec sessionSpec;
        dev.strake.bridge.session.RegistryLogin login;
        dev.strake.frontend.port.GatewayPort port;
        dev.strake.frontend.context.BuildContexts contexts;
        dev.strake.frontend.options.CompileOptions options;
        dev.strake.llb.SourceMap source;
        java.nio.file.Path dir;
        String ref;
        byte[] index;
      }
      """;

  private static final String EXAMPLE =
      """
      package examples;

      import dev.strake.bridge.control.*;
      import dev.strake.bridge.error.*;
      import dev.strake.bridge.registry.*;
      import dev.strake.bridge.session.*;
      import dev.strake.frontend.*;
      import dev.strake.llb.*;
      import dev.strake.llb.marshal.*;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;

      abstract class %s extends Known {
        void run() throws Exception {
      %s
        }
      }
      """;

  @TempDir Path classes;

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///examples/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  @Test
  void allCompile() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>(List.of(new Source("Known", KNOWN)));
    for (String name : PACKAGES) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(name))) {
        for (Path file : files.sorted().toList()) {
          add(sources, file, JAVADOC);
        }
      }
    }
    add(sources, FRONTEND.resolve("DockerfileCompiler.java"), JAVADOC);
    add(sources, FRONTEND.resolve("DockerfileFrontend.java"), JAVADOC);
    int ofTypes = sources.size();
    add(sources, Path.of("..", "README.md"), MARKDOWN);

    assertThat(ofTypes).as("examples of types").isGreaterThan(35);
    assertThat(sources).as("with the README's").hasSizeGreaterThan(ofTypes);
    assertThat(complaints(sources)).isEmpty();
  }

  private static void add(List<JavaFileObject> sources, Path file, Pattern blocks) throws IOException {
    for (MatchResult block : blocks.matcher(Files.readString(file)).results().toList()) {
      String code = block.group(1).replaceAll("(?m)^ \\* ?", "");
      String name = file.getFileName().toString().replaceAll("\\W.*", "") + "Example" + sources.size();
      sources.add(new Source(name, EXAMPLE.formatted(name, code)));
    }
  }

  private String complaints(List<JavaFileObject> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> options = List.of("-d", classes.toString(), "-classpath", path, "-proc:none", "-nowarn");
    StringWriter said = new StringWriter();
    boolean compiled = compiler.getTask(said, null, null, options, null, sources).call();
    return compiled ? "" : said.toString();
  }
}
