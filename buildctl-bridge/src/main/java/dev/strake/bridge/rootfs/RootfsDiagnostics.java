package dev.strake.bridge.rootfs;

import dev.strake.grammar.diagnostics.Diagnostic;

/** What there is to say about root file systems, one factory method each. */
public final class RootfsDiagnostics {

  private RootfsDiagnostics() {}

  public static Diagnostic unknown(String name) {
    return Diagnostic.error("rootfs-unknown", "there is no root file system called \"" + name + "\"")
        .withHelp("the one there is: rootfs:busybox");
  }

  public static Diagnostic noBusybox(String tried) {
    return Diagnostic.error(
            "rootfs-busybox", "rootfs:busybox needs a statically linked busybox, and there is none: " + tried)
        .withHelp("install the package busybox-static (Debian, Ubuntu, Alpine) or busybox (Fedora)");
  }

  public static Diagnostic noForeignBusybox(String platform, String tried) {
    return Diagnostic.error("rootfs-busybox", "rootfs:busybox for " + platform + " is not to be had: " + tried)
        .withHelp("name a folder with a root file system of that platform: --build-context NAME::" + platform
            + "=FOLDER");
  }
}
