package dev.strake.bridge.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain | \"plain\"",
        "MTI= | \"MTI=\"",
        "e30= | \"e30=\"",
        "W10= | \"W10=\"",
        "eyJmb28iOm51bGwsImJhciI6ImJheiJ9 | {~    \"foo\": null,~    \"bar\": \"baz\"~  }",
        "eyJhIjpbMS41MCwtMmU5XX0= | {~    \"a\": [~      1.50,~      -2e9~    ]~  }",
        "eyJhIjo= | \"eyJhIjo=\"",
        "<&> | \"\\u003c\\u0026\\u003e\"",
      })
  void valuesThatAreObjectsInBase64BecomeThose(String value, String json) throws IOException {
    assertThat(MetadataJson.of(Map.of("key", value))).isEqualTo("{\n  \"key\": " + json.replace('~', '\n') + "\n}");
  }
}
