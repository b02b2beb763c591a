package dev.strake.llb;

import java.util.List;

/**
 * What a file system or a process is made for, in OCI's terms.
 *
 * @param os such as {@code linux}
 * @param architecture such as {@code arm64}, in Go's names
 * @param variant such as {@code v7}; empty for none
 * @param osVersion such as {@code 10.0.20348.1}; empty for none
 * @param osFeatures such as {@code win32k}
 */
public record Platform(String os, String architecture, String variant, String osVersion, List<String> osFeatures) {
  public Platform {
    osFeatures = List.copyOf(osFeatures);
  }

  public static Platform of(String os, String architecture) {
    return new Platform(os, architecture, "", "", List.of());
  }
}
