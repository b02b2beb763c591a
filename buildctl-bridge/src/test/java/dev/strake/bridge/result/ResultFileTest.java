package dev.strake.bridge.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

  @TempDir Path folder;

  @Test
  void touchesNoFileButItsOwn() throws IOException {
    Path mine = Files.writeString(folder.resolve("file.part"), "mine");
    Path other = Files.writeString(folder.resolve("other"), "other");
    Files.createSymbolicLink(folder.resolve("id.part"), other);

    ResultFile.write(folder.resolve("file"), "text");
    ResultFile.write(folder.resolve("id"), "text");

    assertThat(folder.resolve("file")).hasContent("text");
    assertThat(mine).hasContent("mine");
    assertThat(other).hasContent("other");
    assertThat(folder).isDirectoryNotContaining(path -> path.getFileName().toString().contains(".tmp."));
  }

  @Test
  void twoBuildsMayHaveOneFile() throws Exception {
    List<Callable<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String text = "text " + i;
      writers.add(
          () -> {
            ResultFile.write(folder.resolve("file"), text);
            return null;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Void> writer : threads.invokeAll(writers)) {
        writer.get();
      }
    }

    assertThat(folder).isDirectoryContaining("glob:**/file");
    assertThat(Files.readString(folder.resolve("file"))).startsWith("text ");
  }

  @Test
  void aMissingFolderIsToldByTheNameThatTheUserKnows() throws IOException {
    Path file = folder.resolve("missing/file");

    assertThatThrownBy(() -> ResultFile.write(file, "text"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(file.toString());
  }

  @Test
  void whatCannotBeReplacedLeavesNothing() throws IOException {
    Path busy = Files.createDirectories(folder.resolve("file/sub")).getParent();

    assertThatThrownBy(() -> ResultFile.write(busy, "text")).isInstanceOf(IOException.class);

    assertThat(folder).isDirectoryContaining("glob:**/file").isDirectoryNotContaining("glob:**/.*");
  }
}
