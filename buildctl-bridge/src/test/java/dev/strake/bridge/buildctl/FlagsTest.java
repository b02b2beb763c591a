package dev.strake.bridge.buildctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.control.Export;
import dev.strake.bridge.host.Streams;
import dev.strake.bridge.option.OptionException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What buildctl's flags mean, in its own words where they differ from other commands'. */
class FlagsTest {

  @TempDir Path folder;

  @Test
  void outputs() throws IOException {
    Files.createDirectory(folder.resolve("dir"));
    OutputFlag option = output(false);

    assertThat(option.parse("type=image,\"name=a,b\",push=true"))
        .isEqualTo(Export.onDaemon("image", Map.of("name", "a,b", "push", "true")));
    assertThat(option.parse("type=local,dest=x,Mode=delete"))
        .isEqualTo(Export.toDirectory("local", Map.of("mode", "delete"), folder.resolve("x")));
    assertThat(option.parse("type=oci,dest=x.tar")).isEqualTo(Export.toFile("oci", Map.of(), folder.resolve("x.tar")));
    assertThat(option.parse("type=oci,tar=false,dest=x"))
        .isEqualTo(Export.toDirectory("oci", Map.of("tar", "false"), folder.resolve("x")));
    assertThat(option.parse("type=docker,tar=nonsense").destination()).isInstanceOf(Export.Destination.Stream.class);
    assertThat(option.parse("type=tar,dest=-").attributes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=x | --output requires type=<type>",
        "type=image,push | invalid value push",
        "type=image,output=x | output=x not supported for --output, you meant dest=x?",
        "type=local | invalid output option: output: output directory is required for local exporter",
        "type=oci,tar=0 | invalid output option: output: output directory is required for oci exporter",
        "type=tar,dest=dir | invalid output option: output: destination file is a directory",
        "type=tar,dest=no/x | invalid output option: output: open no/x: no such file or directory",
        "type=tar,dest=file/x | invalid output option: output: open file/x: not a directory",
        "type=image,dest=x | invalid output option: output: output x is not supported by image exporter",
        "type=tar | invalid output option: output: output file is required for tar exporter. refusing to write to"
            + " console",
        "type=o\"ci | parse error on line 1, column 7: bare \" in non-quoted-field",
      })
  void badOutputs(String text, String message) throws IOException {
    Files.createDirectory(folder.resolve("dir"));
    Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> output(true).parse(text))
        .isInstanceOfAny(CommandException.class, OptionException.class)
        .hasMessage(message);
  }

  private OutputFlag output(boolean terminal) {
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(new ByteArrayOutputStream()),
            false,
            terminal,
            terminal);
    return new OutputFlag(streams, folder);
  }

  @Test
  void foldersAndOptions() {
    LocalFolders folders = new LocalFolders(folder);

    assertThat(folders.locals(List.of("context=."))).containsOnlyKeys("context");
    assertThatThrownBy(() -> folders.locals(List.of("context=nope")))
        .hasMessage("invalid local: resolve : lstat nope: no such file or directory");
    assertThatThrownBy(() -> folders.locals(List.of("context"))).hasMessage("invalid local: invalid value context");
    assertThat(folders.layouts(List.of("a=b=c"))).isEqualTo(Map.of("a", folder.resolve("b=c")));
    assertThatThrownBy(() -> folders.layouts(List.of("a")))
        .hasMessage(
            "invalid oci-layout: oci-layout option must be 'id=path/to/layout', instead had invalid a");
    Map<String, String> environment = Map.of("SOURCE_DATE_EPOCH", "1", "OTHER", "2");
    assertThat(FrontendOptions.parse(List.of("a=b=c", "a=d"), environment, debug -> {}))
        .isEqualTo(Map.of("a", "d", "build-arg:SOURCE_DATE_EPOCH", "1"));
    assertThatThrownBy(() -> FrontendOptions.parse(List.of("a"), Map.of(), debug -> {}))
        .hasMessage("invalid opt: invalid value a");
  }
}
