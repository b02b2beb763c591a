package dev.strake.llb.marshal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Digests, metadata and source maps against what the reference's client library gives for the same graphs. */
class ReferenceGraphsTest {
  private static final String CASE = "case ";

  @TestFactory
  Stream<DynamicTest> marshalsAsTheReferenceDoes() throws IOException {
    Map<String, ReferenceGraphs.Graph> graphs = ReferenceGraphs.all();
    return expected().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> assertThat(dump(graphs.get(entry.getKey()))).isEqualTo(entry.getValue())));
  }

  @Test
  void knowsTheSameGraphsAsTheReference() throws IOException {
    assertThat(ReferenceGraphs.all().keySet()).containsExactlyInAnyOrderElementsOf(expected().keySet());
  }

  private static String dump(ReferenceGraphs.Graph graph) {
    try {
      return DefinitionDump.of(Marshaller.marshal(graph.state(), graph.options()));
    } catch (MarshalException e) {
      return "error " + e.getMessage() + "\n";
    }
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    String name = "";
    for (String line : read("reference-graphs.txt").lines().toList()) {
      if (line.startsWith(CASE)) {
        name = line.substring(CASE.length());
        expected.put(name, "");
      } else {
        expected.merge(name, line + "\n", String::concat);
      }
    }
    return expected;
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = ReferenceGraphsTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
