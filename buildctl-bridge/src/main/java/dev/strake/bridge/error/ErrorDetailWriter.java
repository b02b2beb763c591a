package dev.strake.bridge.error;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import dev.strake.llb.SourceRange;
import dev.strake.llb.go.GoJson;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what a frontend tells beside an error's message, as {@link ErrorDetailReader} reads it. */
public final class ErrorDetailWriter {

  private static final String TYPE_PREFIX = "github.com/moby/buildkit/errdefs.";

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
    return detail("Source", json);
  }

  /** The request that the frontend does not know. */
  public static Any subrequest(String name) {
    return detail("Subrequest", named(name));
  }

  /** The capability that the frontend lacks. */
  public static Any frontendCap(String name) {
    return detail("FrontendCap", named(name));
  }

  private static Any detail(String kind, ByteString json) {
    return Any.newBuilder().setTypeUrl(TYPE_PREFIX + kind + "+json").setValue(json).build();
  }

  private static ByteString named(String name) {
    return ByteString.copyFromUtf8("{\"name\":" + GoJson.string(name) + "}");
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
