package dev.strake.bridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher links the client's runtime of: the tests themselves run on a class path, with the whole JDK. */
class ClientRuntimeIT {

  private static final Path LAUNCHER = Path.of("..", "strake");
  private static final Path TOOL = Path.of("src/main/aot/OneModule.java");
  private static final Pattern NEEDED = Pattern.compile("needed_modules=([\\w.,]+)");

  @TempDir Path folder;
  private ModuleDescriptor description;

  @BeforeEach
  void makeModule() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of(TOOL.toString(), "strake.client", listed(), folder.toString()));
    command.add("target/strake.jar");
    try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
      jars.map(Path::toString).sorted().forEach(command::add);
    }
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    Path file = folder.resolve("module-info.class");
    description = ModuleDescriptor.read(ByteBuffer.wrap(Files.readAllBytes(file)));
    Files.delete(file);
  }

  private static String listed() throws IOException {
    Matcher line = NEEDED.matcher(Files.readString(LAUNCHER));
    assertThat(line.find()).isTrue();
    return line.group(1);
  }

  @Test
  void theRuntimeHasAllOfTheJdkThatTheClassesName() {
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(writer, writer, "--ignore-missing-deps", "--print-module-deps", folder.toString());

    Set<String> required =
        description.requires().stream().map(ModuleDescriptor.Requires::name).collect(Collectors.toSet());
    assertThat(required).contains(output.toString().strip().split(","));
  }

  @Test
  void theModuleOffersWhatTheJarsOffer() {
    assertThat(description.provides())
        .extracting(ModuleDescriptor.Provides::service)
        .contains("io.grpc.ManagedChannelProvider", "io.grpc.NameResolverProvider", "io.grpc.LoadBalancerProvider")
        .doesNotContain("reactor.blockhound.integration.BlockHoundIntegration");
    assertThat(description.uses()).contains("io.grpc.ManagedChannelProvider");
    assertThat(description.isOpen()).isTrue();
  }
}
