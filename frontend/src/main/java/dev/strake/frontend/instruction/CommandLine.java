package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Heredoc;
import dev.strake.frontend.ast.Statement;
import java.util.ArrayList;
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

  static CommandLine of(Statement statement) {
    Arguments arguments = Arguments.of(statement.form());
    List<InlineFile> files = new ArrayList<>(statement.heredocs().size());
    for (Heredoc heredoc : statement.heredocs()) {
      files.add(new InlineFile(heredoc.name(), heredoc.content(), heredoc.chomp()));
    }
    return new CommandLine(arguments.words(), files, !arguments.json());
  }

  /**
   * A here-document of a command line.
   *
   * @param data as written: leading tabs are still there where {@code chomp} says to take them off
   */
  public record InlineFile(String name, String data, boolean chomp) {

    /** The data, leading tabs taken off where they are to be. */
    public String content() {
      return chomp ? LeadingTabs.removed(data) : data;
    }
  }
}
