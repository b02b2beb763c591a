package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePolicyJsonTest {

  @Test
  void readsNamesAndNumbers() throws IOException {
    String json =
        """
        {"version": 1, "unknown": [{}], "rules": [
          {"action": "CONVERT",
           "Selector": {"identifier": "docker-image://a*", "match_type": 2,
             "constraints": [{"key": "k", "value": "v", "condition": "MATCHES"}]},
           "updates": {"identifier": "docker-image://b", "attrs": {"x": "y"}}},
          {"action": 1, "selector": {"identifier": "*"}, "updates": null}]}""";

    assertThat(read(json))
        .isEqualTo(
            new SourcePolicy(
                1,
                List.of(
                    new SourcePolicy.Rule(
                        SourcePolicy.Action.CONVERT,
                        Optional.of(
                            new SourcePolicy.Selector(
                                "docker-image://a*",
                                SourcePolicy.Match.REGEX,
                                List.of(new SourcePolicy.Constraint("k", "v", SourcePolicy.Condition.MATCHES)))),
                        Optional.of(new SourcePolicy.Update("docker-image://b", Map.of("x", "y")))),
                    new SourcePolicy.Rule(
                        SourcePolicy.Action.DENY,
                        Optional.of(new SourcePolicy.Selector("*", SourcePolicy.Match.WILDCARD, List.of())),
                        Optional.empty()))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"rules\":{}}",
        "{\"rules\":[1]}",
        "{\"rules\":[{\"action\":7}]}",
        "{\"rules\":[{\"action\":\"REFUSE\"}]}",
        "{\"version\":\"one\"}",
        "{\"rules\":["
      })
  void refusesWhatIsNone(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  private static SourcePolicy read(String json) throws IOException {
    return SourcePolicyJson.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
