package dev.strake.frontend.instruction;

import java.util.List;

/** What the comments in front of an instruction say about a name. */
final class DocComment {

  private DocComment() {}

  /** The rest of the first comment line that begins with the name and a space; empty where there is none. */
  static String of(String name, List<String> comments) {
    if (name.isEmpty()) {
      return "";
    }
    for (String comment : comments) {
      if (comment.startsWith(name) && comment.startsWith(" ", name.length())) {
        return comment.substring(name.length() + 1);
      }
    }
    return "";
  }
}
