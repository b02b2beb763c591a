package dev.strake.llb.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.llb.Constraints;
import dev.strake.llb.CopyOptions;
import dev.strake.llb.CopySource;
import dev.strake.llb.ExecSpec;
import dev.strake.llb.FileAction;
import dev.strake.llb.ImageOptions;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.Mount;
import dev.strake.llb.Owner;
import dev.strake.llb.Platform;
import dev.strake.llb.SecretMount;
import dev.strake.llb.SourceMap;
import dev.strake.llb.SourceRange;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LlbPrinterTest {
  private static final MarshalOptions OPTIONS = MarshalOptions.of(Platform.of("linux", "amd64"));
  private static final State IMAGE = Sources.image("alpine", ImageOptions.NONE);

  private static String print(State state) {
    return LlbPrinter.print(Marshaller.marshal(state, OPTIONS));
  }

  @Test
  void printsNothingForTheEmptyTree() {
    assertThat(print(State.scratch())).isEmpty();
  }

  @Test
  void printsAProcess() {
    byte[] data = "FROM alpine\nRUN x\n".getBytes(StandardCharsets.UTF_8);
    SourceMap file = new SourceMap(Optional.empty(), "Dockerfile", "Dockerfile", data);
    Constraints constraints =
        Constraints.NONE.withCustomName("[2/2] RUN x").withLocation(file.location(List.of(SourceRange.lines(2, 2))));
    ExecSpec spec =
        ExecSpec.builder(List.of("/bin/sh", "-c", "x"))
            .mount(Mount.bind("/src", Sources.local("ctx", LocalOptions.NONE.withSessionId("s"))).asReadonly())
            .secret(SecretMount.file("id", "/run/secrets/id"))
            .constraints(constraints)
            .build();
    assertThat(print(IMAGE.withEnv("A", "b").withUser("me").run(spec).root()))
        .isEqualTo(
            """
            %0 = source "docker-image://docker.io/library/alpine:latest" platform="linux/amd64" caps=source.image ;
            %1 = source "local://ctx" local.session="s" caps=source.local,source.local.sessionid ;
            %2 = exec %0:0 %1:0 args=["/bin/sh" "-c" "x"] cwd="/" platform="linux/amd64" user="me"\
             caps=exec.meta.base,exec.mount.bind,exec.mount.secret description.llb.customname="[2/2] RUN x"\
             ; Dockerfile:2
              env "A=b"
              mount "/" %0:0 output=0
              mount "/src" %1:0 readonly=true
              mount "/run/secrets/id" scratch output=0 secret.id="id" secret.mode=0400 type=secret
            %3 = result %2:0 caps=constraints,meta.description,platform
            file "Dockerfile" data="FROM alpine\\nRUN x\\n" language="Dockerfile"
            """);
  }

  @Test
  void printsFileActions() {
    CopyOptions options = CopyOptions.builder().createDestPath(true).owner(Owner.parse("bob:0")).build();
    State state =
        IMAGE.file(
            List.of(
                new FileAction.Mkdir("/a", 0755, true),
                new FileAction.Copy(CopySource.of(State.scratch()), "x", "/y/", options),
                new FileAction.Mkfile("/f", 0644, new byte[] {(byte) 0xff}),
                new FileAction.Rm("/z", true, false)),
            Constraints.NONE.withIgnoreCache());
    assertThat(print(state))
        .isEqualTo(
            """
            %0 = source "docker-image://docker.io/library/alpine:latest" platform="linux/amd64" caps=source.image ;
            %1 = file %0:0 caps=file.base ignore-cache=true ;
              @0 = mkdir "/a" mode=0755 on=%0:0 parents=true
              @1 = copy "/x" "/y/" create-dest=true group=0 on=@0 user="bob"@%0:0
              @2 = mkfile "/f" data=0xff mode=0644 on=@1
              @3 = rm "/z" allow-missing=true on=@2 output=0
            %2 = result %1:0 caps=constraints,meta.ignorecache,platform
            """);
  }

  @Test
  void printsLayers() {
    State other = IMAGE.file(List.of(new FileAction.Rm("/z", false, false)), Constraints.NONE);
    State diff = State.diff(IMAGE, other, Constraints.NONE);
    assertThat(print(State.merge(List.of(IMAGE, diff), Constraints.NONE)))
        .isEqualTo(
            """
            %0 = source "docker-image://docker.io/library/alpine:latest" platform="linux/amd64" caps=source.image ;
            %1 = file %0:0 caps=file.base ;
              @0 = rm "/z" on=%0:0 output=0
            %2 = diff %0:0 %1:0 lower=%0:0 upper=%1:0 caps=diffop ;
            %3 = merge %0:0 %2:0 caps=mergeop ;
            %4 = result %3:0 caps=constraints,platform
            """);
  }
}
