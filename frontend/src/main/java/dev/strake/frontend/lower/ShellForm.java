package dev.strake.frontend.lower;

import dev.strake.frontend.lower.image.ImageConfig;
import java.util.ArrayList;
import java.util.List;

/** Command lines that a shell runs. */
final class ShellForm {

  private static final List<String> UNIX = List.of("/bin/sh", "-c");
  private static final List<String> WINDOWS = List.of("cmd", "/S", "/C");

  private ShellForm() {}

  /** The words as the image's shell is called with them. */
  static List<String> of(ImageConfig image, List<String> words) {
    List<String> shell = image.config().shell();
    if (shell.isEmpty()) {
      shell = image.platform().os().equals("windows") ? WINDOWS : UNIX;
    }
    List<String> all = new ArrayList<>(shell);
    all.add(String.join(" ", words));
    return all;
  }
}
