package dev.strake.frontend.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GitRefTest {

  @Test
  void readsWhatTheReferenceReads() throws IOException {
    for (String[] row : Tables.read(GitRefTest.class, "git-refs.txt")) {
      assertThat(describe(GitRef.parse(row[0]))).as(row[0]).isEqualTo(row[1]);
    }
  }

  private static String describe(GitRef.Result result) {
    return switch (result) {
      case GitRef.NotGit() -> "notgit";
      case GitRef.Malformed(String message) -> "malformed: " + message;
      case GitRef.Found(GitRef ref) ->
          String.join(
              "|",
              ref.remote(),
              ref.shortName(),
              ref.ref(),
              ref.checksum(),
              ref.subDir(),
              Boolean.toString(ref.indistinguishableFromLocal()),
              Boolean.toString(ref.unencryptedTcp()),
              describe(ref.keepGitDir()),
              describe(ref.submodules()),
              ref.modificationTime(),
              Boolean.toString(ref.fetchByCommit()));
    };
  }

  private static String describe(Optional<Boolean> value) {
    return value.map(String::valueOf).orElse("-");
  }
}
