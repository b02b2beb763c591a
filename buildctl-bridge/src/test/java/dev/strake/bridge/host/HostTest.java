package dev.strake.bridge.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostTest {

  @TempDir Path folder;

  @Test
  void findsProgramsInTheFirstFoldersThenOnThePath() throws IOException {
    Path first = program("first/tool");
    Path onPath = program("path/tool");
    Files.createDirectories(folder.resolve("first/other"));
    Host host = new Host(Map.of("PATH", folder.resolve("path").toString()), folder, false);

    assertThat(host.program("tool", List.of(folder.resolve("first")))).contains(first);
    assertThat(host.program("tool")).contains(onPath);
    assertThat(host.program("other", List.of(folder.resolve("first")))).as("a folder is no program").isEmpty();
    assertThat(host.searchPath(List.of(folder.resolve("first"))))
        .startsWith(folder.resolve("first") + ":" + folder.resolve("path") + ":/usr/local/sbin:");
  }

  @Test
  void readsTheProxy() {
    assertThat(new Host(Map.of(), folder, false).httpsProxy()).isEqualTo(Proxy.NO_PROXY);
    assertThat(new Host(Map.of("https_proxy", "http://proxy.example:8080"), folder, false).httpsProxy().address())
        .isEqualTo(new InetSocketAddress("proxy.example", 8080));
  }

  private Path program(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
