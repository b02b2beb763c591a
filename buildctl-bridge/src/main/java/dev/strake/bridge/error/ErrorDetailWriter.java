package dev.strake.bridge.error;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import dev.strake.llb.SourceRange;
import dev.strake.llb.go.GoJson;
import java.util.Base64;
import java.util.stream.Collectors;

/** Writes what a frontend tells beside an error's message, as {@link ErrorDetailReader} reads it. */
public final class ErrorDetailWriter {

  private static final String SOURCE_TYPE = "github.com/moby/buildkit/errdefs.Source+json";

  private ErrorDetailWriter() {}

  /** A place in a source file. */
  public static Any source(SourceExcerpt excerpt) {
    String ranges = excerpt.ranges().stream().map(ErrorDetailWriter::range).collect(Collectors.joining(","));
    String json =
        "{\"info\":{\"filename\":"
            + GoJson.string(excerpt.filename())
            + ",\"data\":\""
            + Base64.getEncoder().encodeToString(excerpt.data())
            + "\",\"language\":"
            + GoJson.string(excerpt.language())
            + "},\"ranges\":["
            + ranges
            + "]}";
    return Any.newBuilder().setTypeUrl(SOURCE_TYPE).setValue(ByteString.copyFromUtf8(json)).build();
  }

  private static String range(SourceRange range) {
    return "{\"start\":"
        + position(range.startLine(), range.startCharacter())
        + ",\"end\":"
        + position(range.endLine(), range.endCharacter())
        + "}";
  }

  private static String position(int line, int character) {
    return "{\"line\":" + line + ",\"character\":" + character + "}";
  }
}
