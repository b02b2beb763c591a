package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.CommandLine;
import dev.strake.frontend.instruction.CommandLine.InlineFile;
import dev.strake.frontend.instruction.RunCommand;
import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.frontend.stage.InternalSteps;
import dev.strake.grammar.HeredocOpening;
import dev.strake.grammar.source.Utf8Escapes;
import dev.strake.llb.FileAction;
import dev.strake.llb.Mount;
import dev.strake.llb.Platform;
import dev.strake.llb.State;
import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoStrings;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code RUN} runs once its here-documents are taken in.
 *
 * @param args the words, without the shell
 * @param script a here-document as a file, where it is one that runs by itself
 * @param summary what the step's name says of the here-document; may be empty
 * @param valid whether the command's words and here-documents fit together
 */
record RunWords(List<String> args, Optional<Mount> script, String summary, boolean valid) {

  private static final String SCRIPTS = "/dev/pipes/";
  private static final String INTERPRETER = "#!";
  private static final int EXECUTABLE = 0755;

  static RunWords of(RunCommand command, ImageConfig image, Platform platform) {
    CommandLine line = command.commandLine();
    if (line.files().isEmpty()) {
      return new RunWords(line.words(), Optional.empty(), "", true);
    }
    if (line.words().size() != 1 || !line.shellForm()) {
      return new RunWords(line.words(), Optional.empty(), "", false);
    }
    String text = line.words().getFirst();
    if (HeredocOpening.parse(text).isEmpty()) {
      return new RunWords(List.of(reconstructed(text, line.files())), Optional.empty(), "", true);
    }
    InlineFile file = line.files().getFirst();
    String summary = " (" + summary(file.data()) + ")";
    boolean runsItself = !image.platform().os().equals("windows") && file.content().startsWith(INTERPRETER);
    return runsItself
        ? new RunWords(List.of(GoPath.join(SCRIPTS, file.name())), Optional.of(script(file, platform)), summary, true)
        : new RunWords(List.of(file.content()), Optional.empty(), summary, true);
  }

  /** The command as written, for the shell to make sense of. */
  private static String reconstructed(String text, List<InlineFile> files) {
    StringBuilder whole = new StringBuilder(text);
    for (InlineFile file : files) {
      whole.append('\n').append(file.data()).append(file.name());
    }
    return whole.toString();
  }

  private static Mount script(InlineFile file, Platform platform) {
    byte[] content = Utf8Escapes.encode(file.content());
    State tree =
        State.scratch()
            .file(
                List.of(new FileAction.Mkfile(file.name(), EXECUTABLE, content)),
                InternalSteps.named("preparing inline document").withPlatform(platform));
    return Mount.bind(SCRIPTS, tree).withSelector("/").asReadonly();
  }

  private static String summary(String data) {
    String text = GoStrings.trimSpace(data).replace("\r\n", "\n");
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end) + "...";
  }
}
