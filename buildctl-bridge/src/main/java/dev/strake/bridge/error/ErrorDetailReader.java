package dev.strake.bridge.error;

import com.google.protobuf.Any;
import dev.strake.llb.SourceRange;
import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
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
    try {
      GoJsonReader json = GoJsonReader.of(detail.getValue().toByteArray());
      json.next();
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

  private static SourceExcerpt readSource(GoJsonReader json) throws IOException {
    Fields info = new Fields();
    List<SourceRange> ranges = new ArrayList<>();
    while (json.next() == Token.NAME) {
      String field = json.text();
      json.next();
      switch (field) {
        case "info" -> info = readFields(json);
        case "ranges" -> readRanges(json, ranges);
        default -> json.skipValue();
      }
    }
    return new SourceExcerpt(info.filename, info.language, info.data, ranges);
  }

  private static void readRanges(GoJsonReader json, List<SourceRange> ranges) throws IOException {
    if (json.current() == Token.ARRAY) {
      while (json.next() == Token.OBJECT) {
        ranges.add(readRange(json));
      }
    }
  }

  private static SourceRange readRange(GoJsonReader json) throws IOException {
    Fields start = new Fields();
    Fields end = new Fields();
    while (json.next() == Token.NAME) {
      String field = json.text();
      json.next();
      switch (field) {
        case "start" -> start = readFields(json);
        case "end" -> end = readFields(json);
        default -> json.skipValue();
      }
    }
    return new SourceRange(start.line, start.character, end.line, end.character);
  }

  private static ErrorDetail.Solve readSolve(GoJsonReader json) {
    List<String> inputs = new ArrayList<>();
    List<String> mounts = new ArrayList<>();
    while (json.next() == Token.NAME) {
      String field = json.text();
      json.next();
      switch (field) {
        case "inputIDs" -> readStrings(json, inputs);
        case "mountIDs" -> readStrings(json, mounts);
        default -> json.skipValue();
      }
    }
    return new ErrorDetail.Solve(inputs, mounts);
  }

  private static void readStrings(GoJsonReader json, List<String> strings) {
    if (json.current() == Token.ARRAY) {
      while (json.next() != Token.END_ARRAY) {
        strings.add(json.text());
      }
    }
  }

  /** Reads one object; fields that are missing keep their empty values. */
  private static Fields readFields(GoJsonReader json) throws IOException {
    Fields fields = new Fields();
    if (json.current() != Token.OBJECT) {
      return fields;
    }
    while (json.next() == Token.NAME) {
      String field = json.text();
      json.next();
      switch (field) {
        case "digest" -> fields.digest = json.text();
        case "name" -> fields.name = json.text();
        case "source" -> fields.source = json.text();
        case "filename" -> fields.filename = json.text();
        case "language" -> fields.language = json.text();
        case "data" -> fields.data = json.bytes();
        case "line" -> fields.line = json.number32();
        case "character" -> fields.character = json.number32();
        default -> json.skipValue();
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
