package dev.strake.frontend.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerPathsTest {

  @ParameterizedTest
  @CsvSource({
    "linux,/,a,/a",
    "linux,/w,a/,/w/a/",
    "linux,/w,./,/w/",
    "linux,/w,/x/.,/x/./.",
    "linux,/w,a/.,/w/a/.",
    "linux,/w,..,/",
    "linux,/w,C:\\a,/w/C:\\a",
    "windows,/w,C:\\a\\,/a/",
    "windows,C:\\w,a,/w/a",
    "windows,/w,c:a,/w/a",
  })
  void normalizes(String os, String parent, String path, String expected) {
    assertThat(ContainerPaths.normalize(parent, path, os, true).value()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "D:\\x,The specified path is not on the system drive (C:)",
    "C:,No relative path specified in \"C:\"",
    "\\\\host\\x,UNC paths are not supported",
  })
  void refusesOtherDrives(String path, String message) {
    assertThat(ContainerPaths.withoutDrive(path, "windows", true).errorMessage()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"linux,/a,b,/a/b", "windows,C:\\a,b,\\a\\b", "windows,,C:\\,\\"})
  void writesWorkdirsAsTheSystemDoes(String os, String current, String path, String expected) {
    assertThat(ContainerPaths.workdir(current == null ? "" : current, path, os).value()).contains(expected);
  }
}
