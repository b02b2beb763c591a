package dev.strake.llb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.llb.go.GoResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitRemoteTest {

  @Test
  void theShortFormHasAQueryAndAFragmentInEitherOrder() {
    assertThat(GitRemote.parse("git@h.com:a/b?x=1#f?y").value())
        .contains(new GitRemote("ssh", "h.com", "a/b", Map.of("x", List.of("1")), "f?y", "git@h.com:a/b"));
    assertThat(GitRemote.parse("git@h.com:a#f?x=1").value())
        .contains(new GitRemote("ssh", "h.com", "a", Map.of(), "f?x=1", "git@h.com:a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git@h.com:a\nb", "git@h.com:a?x=%zz", "g.t@h.com:a", "git@h_com:a", "@h.com:a", "git@:a", "github.com/a/b", ""
      })
  void otherTextIsNoAddress(String text) {
    GoResult<GitRemote> remote = GitRemote.parse(text);
    assertThat(remote.value()).isEmpty();
    assertThat(remote.errorMessage()).isEqualTo("unknown protocol");
  }

  @Test
  void aSchemeThatGitHasNoWordForIsToldByName() {
    assertThat(GitRemote.parse("FTP://h/a").errorMessage()).isEqualTo("ftp: invalid protocol");
  }
}
