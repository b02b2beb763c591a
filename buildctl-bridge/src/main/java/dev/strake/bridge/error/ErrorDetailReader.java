package dev.strake.bridge.error;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Any;
import dev.strake.llb.SourceRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what the daemon tells beside an error's message. Each detail is a JSON text inside a protobuf {@code Any}; a
 * kind that is not known here, such as a stack trace, is left out, and so is one that cannot be read.
 */
final class ErrorDetailReader {

  private static final String PREFIX = "github.com/moby/buildkit/errdefs.";
  private static final String SUFFIX = "+json";
  private static final JsonFactory JSON = new JsonFactory();

  private ErrorDetailReader() {}

  static List<ErrorDetail> readAll(List<Any> details) {
    List<ErrorDetail> read = new ArrayList<>();
    for (Any detail : details) {
      read(detail).ifPresent(read::add);
    }
    return read;
  }

  private static Optional<ErrorDetail> read(Any detail) {
    String url = detail.getTypeUrl();
    if (!url.startsWith(PREFIX) || !url.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String kind = url.substring(PREFIX.length(), url.length() - SUFFIX.length());
    try (JsonParser json = JSON.createParser(detail.getValue().newInput())) {
      json.nextToken();
      return switch (kind) {
        case "Source" -> Optional.of(new ErrorDetail.Source(readSource(json)));
        case "Vertex" -> Optional.of(new ErrorDetail.Vertex(readFields(json).digest));
        case "Subrequest" -> Optional.of(new ErrorDetail.Subrequest(readFields(json).name));
        case "FrontendCap" -> Optional.of(new ErrorDetail.FrontendCap(readFields(json).name));
        case "Frontend" -> Optional.of(frontend(readFields(json)));
        case "Solve" -> Optional.of(readSolve(json));
        default -> Optional.empty();
      };
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static ErrorDetail frontend(Fields fields) {
    return new ErrorDetail.Frontend(fields.name, fields.source);
  }

  private static SourceExcerpt readSource(JsonParser json) throws IOException {
    Fields info = new Fields();
    List<SourceRange> ranges = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "info" -> info = readFields(json);
        case "ranges" -> readRanges(json, ranges);
        default -> json.skipChildren();
      }
    }
    return new SourceExcerpt(info.filename, info.language, info.data, ranges);
  }

  private static void readRanges(JsonParser json, List<SourceRange> ranges) throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        ranges.add(readRange(json));
      }
    }
  }

  private static SourceRange readRange(JsonParser json) throws IOException {
    Fields start = new Fields();
    Fields end = new Fields();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "start" -> start = readFields(json);
        case "end" -> end = readFields(json);
        default -> json.skipChildren();
      }
    }
    return new SourceRange(start.line, start.character, end.line, end.character);
  }

  private static ErrorDetail.Solve readSolve(JsonParser json) throws IOException {
    List<String> inputs = new ArrayList<>();
    List<String> mounts = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "inputIDs" -> readStrings(json, inputs);
        case "mountIDs" -> readStrings(json, mounts);
        default -> json.skipChildren();
      }
    }
    return new ErrorDetail.Solve(inputs, mounts);
  }

  private static void readStrings(JsonParser json, List<String> strings) throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        strings.add(json.getText());
      }
    }
  }

  /** Reads one object; fields that are missing keep their empty values. */
  private static Fields readFields(JsonParser json) throws IOException {
    Fields fields = new Fields();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return fields;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "digest" -> fields.digest = json.getText();
        case "name" -> fields.name = json.getText();
        case "source" -> fields.source = json.getText();
        case "filename" -> fields.filename = json.getText();
        case "language" -> fields.language = json.getText();
        case "data" -> fields.data = json.getBinaryValue();
        case "line" -> fields.line = json.getIntValue();
        case "character" -> fields.character = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    return fields;
  }

  /** The plain fields of all kinds of details, of which each uses a few. */
  private static final class Fields {
    String digest = "";
    String name = "";
    String source = "";
    String filename = "";
    String language = "";
    byte[] data = {};
    int line;
    int character;
  }
}
