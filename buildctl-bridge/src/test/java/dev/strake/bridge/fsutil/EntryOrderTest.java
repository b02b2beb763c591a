package dev.strake.bridge.fsutil;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryOrderTest {

  /** A path that ends in a slash is a folder; the last one must be refused. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "..", "../a", "a/ a/../../b", "/etc/passwd", ".", "", "a/ a/./b", "a//b", "./a",
        "a a/b", "a/b", "b a", "a a", "a/ a/b a/a", "a/ b/ a/b", "a/ b a/c",
      })
  void refuses(String paths) {
    EntryOrder order = new EntryOrder();
    List<String> all = List.of(paths.split(" ", -1));

    assertThatCode(() -> acceptAll(order, all.subList(0, all.size() - 1))).doesNotThrowAnyException();
    assertThatThrownBy(() -> acceptAll(order, all.subList(all.size() - 1, all.size())))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b c", "a/ a/b a/b2 a-b a.b/ a.b/x", "a/ a/b/ a/b/c b", "\uFFFD \uD83D\uDE00", "..a"})
  void takes(String paths) {
    assertThatCode(() -> acceptAll(new EntryOrder(), List.of(paths.split(" ")))).doesNotThrowAnyException();
  }

  private static void acceptAll(EntryOrder order, List<String> paths) throws IOException {
    for (String path : paths) {
      boolean folder = path.length() > 1 && path.endsWith("/");
      order.accept(folder ? path.substring(0, path.length() - 1) : path, folder);
    }
  }
}
