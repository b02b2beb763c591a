package dev.strake.bridge.error;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import dev.strake.llb.SourceRange;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what a frontend tells beside an error's message, as {@link ErrorDetailReader} reads it. */
public final class ErrorDetailWriter {

  private static final String SOURCE_TYPE = "github.com/moby/buildkit/errdefs.Source+json";

  private ErrorDetailWriter() {}

  /**
   * Places in a source file.
   *
   * @param file the file as JSON
   * @param ranges the places in it
   */
  public static Any source(byte[] file, List<SourceRange> ranges) {
    String places = ranges.stream().map(ErrorDetailWriter::range).collect(Collectors.joining(","));
    ByteString json =
        ByteString.copyFromUtf8("{\"info\":")
            .concat(ByteString.copyFrom(file))
            .concat(ByteString.copyFromUtf8(",\"ranges\":[" + places + "]}"));
    return Any.newBuilder().setTypeUrl(SOURCE_TYPE).setValue(json).build();
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
