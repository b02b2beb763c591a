package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong command lines: exit code 2, the option's name, and what to write instead. */
class UsageTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build | Missing required parameter: 'CONTEXT' | see strake build --help",
        "build --tga x . | Unknown option: '--tga' | did you mean --tag?",
        "build --taget=x . | Unknown option: '--taget=x' | did you mean",
        "build --call=ask . | --call=ask: there is no such method | the methods are build, check",
        "build --push . | --push: the image has no name | name it with --tag",
        "build --shm-size=big . | --shm-size=big: invalid size | write a size such as 64m",
        "build --annotation layer:a=b . | there is no place \"layer\" | the places are index",
        "build -o dest=x . | --output requires type=<type> | write type=oci",
        "build -o type=ocy,dest=x . | there is no type \"ocy\" | the types are image, registry, oci, docker, tar",
        "build -o type=local . | output directory is required for local exporter | add dest=FOLDER",
        "build -o type=oci,output=x . | output=x not supported for --output, you meant dest=x? | write dest=",
        "build -o type=image,dest=x . | output x is not supported by image exporter | leave dest= out",
        "build -o type=o\"ci . | bare \" in non-quoted-field | write key=value",
        "build -o type=oci,dest=empty . | destination file is a directory | name a file in dest=",
        "build --build-arg =x . | --build-arg==x: there is no name=value | write --build-arg name=value",
        "build -t A:b . | --tag=A:b: | write a name such as app:1",
        "build --label x . | --label=x: there is no name=value | write --label name=value",
        "build --network=lan . | --network=lan: there is no such mode | the modes are default, none, host",
        "build --progress=loud . | --progress=loud: there is no such mode | the modes are auto, plain, tty, rawjson, quiet",
        "build --progress=tty . | standard error is no terminal | take plain or auto",
        "build --secret src=x . | --secret=src=x: secret missing ID | write --secret id=ID,src=FILE",
        "build --secret id=a,src=nowhere . | failed to stat nowhere: stat nowhere: no such file | write --secret",
        "build --secret id=a,src=empty . | cannot read the file | write --secret id=ID,src=FILE",
        "build --cache-to type=gha . | --cache-to=type=gha: cache with type gha requires url | run in a workflow",
        "build --cache-from type= . | --cache-from=type=: --cache-from requires type=<type> | write type=registry",
        "build --allow host . | --allow=host: unknown entitlement host | write network.host, security.insecure",
        "build --ssh a=x,raw=no-bool . | --ssh=a=x,raw=no-bool: invalid value for 'raw' | write default, ID=SOCKET",
        "build --registry-auth-tlscontext ca=x . | requires host=<host> | write host=HOST,ca=FILE",
        "build --secret id=large . | --secret=id=large: secret large too big. max size 500KiB | write --secret",
        "build --secret id=a,env=UNSET . | the variable UNSET is not set | write --secret id=ID,src=FILE",
        "build --build-context a=nowhere . | the named context a is no folder: | write NAME=FOLDER",
        "check --format=xml . | --format=xml: there is no such format | the formats are text, json, sarif",
        "daemon | Missing required subcommand | see strake daemon --help",
        "daemon strat | Unmatched argument | did you mean",
      })
  void namesTheOptionAndTheRemedy(String command, String message, String remedy) throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Files.write(folder.resolve("large"), new byte[500 * 1024 + 1]);
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
    TestSession session = TestSession.in(folder);

    assertThat(session.run(command.split(" "))).isEqualTo(ExitCode.USAGE);

    List<String> lines = session.err().lines().toList();
    assertThat(lines.getFirst()).startsWith("strake: ").contains(message);
    assertThat(lines.get(1)).startsWith("  ").contains(remedy);
    assertThat(session.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, the context is no folder:, name the folder",
    "empty, there is no Dockerfile in, name it with --file",
    "-f nowhere ., there is no Dockerfile, name it with --file",
  })
  void whatIsNotThereIsAFailure(String words, String message, String remedy) throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    TestSession session = TestSession.in(folder);

    assertThat(session.run(("build " + words).split(" "))).isEqualTo(ExitCode.FAILED);

    assertThat(session.err()).contains(message).contains(remedy);
  }

  @Test
  void aDestinationThatCannotBeWrittenToFailsBeforeTheBuild() throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
    TestSession session = TestSession.in(folder);

    assertThat(session.run("build", "-o", "type=oci,dest=no/where.tar", ".")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err())
        .contains("cannot write to " + folder.resolve("no") + ": no such file or directory")
        .contains("change dest=");
  }

  @Test
  void helpGoesToStandardOutput() {
    TestSession session = TestSession.in(folder);

    assertThat(session.run("build", "--help")).isEqualTo(ExitCode.OK);

    assertThat(session.out()).contains("--build-context", "Exit codes:");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void anOrdinaryUserIsToldThatStartingNeedsRoot() {
    TestSession session = TestSession.ordinary(folder);

    assertThat(session.run("daemon", "start")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err()).contains("starting one needs root", "sudo strake daemon start");
  }
}
