package dev.strake.frontend.instruction;

import java.util.List;

/**
 * A command line in exec or shell form.
 *
 * @param words the words of the exec form; in shell form one text, or nothing
 * @param files the here-documents
 * @param shellForm whether the stage's shell runs it
 */
public record CommandLine(List<String> words, List<InlineFile> files, boolean shellForm) {
  public CommandLine {
    words = List.copyOf(words);
    files = List.copyOf(files);
  }

  /**
   * A here-document of a command line.
   *
   * @param data as written: leading tabs are still there where {@code chomp} says to take them off
   */
  public record InlineFile(String name, String data, boolean chomp) {}
}
