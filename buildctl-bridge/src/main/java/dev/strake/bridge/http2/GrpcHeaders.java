package dev.strake.bridge.http2;

import io.grpc.CallOptions;
import io.grpc.Deadline;
import io.grpc.InternalMetadata;
import io.grpc.Metadata;
import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** gRPC's header fields (gRPC over HTTP/2), to and from gRPC's own types. */
final class GrpcHeaders {

  private static final long MAX_TIMEOUT_DIGITS = 99_999_999L;

  private GrpcHeaders() {}

  /** The header fields of a call. */
  static List<Header> request(String authority, String fullMethodName, Metadata metadata, CallOptions options) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header(":method", "POST"));
    headers.add(new Header(":scheme", "http"));
    headers.add(new Header(":path", "/" + fullMethodName));
    headers.add(new Header(":authority", authority));
    headers.add(new Header("content-type", "application/grpc"));
    headers.add(new Header("te", "trailers"));
    Deadline deadline = options.getDeadline();
    if (deadline != null) {
      headers.add(new Header("grpc-timeout", timeout(deadline.timeRemaining(TimeUnit.NANOSECONDS))));
    }
    addAll(headers, metadata);
    return headers;
  }

  /** The header fields that an answer begins with. */
  static List<Header> answer(Metadata metadata) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header(":status", "200"));
    headers.add(new Header("content-type", "application/grpc"));
    addAll(headers, metadata);
    return headers;
  }

  /**
   * The header fields that an answer ends with.
   *
   * @param headersSent whether the answer has begun; otherwise these are all of it
   */
  static List<Header> lastWords(Status status, Metadata metadata, boolean headersSent) {
    List<Header> headers = headersSent ? new ArrayList<>() : answer(new Metadata());
    headers.add(new Header("grpc-status", Integer.toString(status.getCode().value())));
    String message = status.getDescription();
    if (message != null) {
      headers.add(new Header("grpc-message", percentEncoded(message)));
    }
    addAll(headers, metadata);
    return headers;
  }

  private static void addAll(List<Header> headers, Metadata metadata) {
    // Names and values by turns; binary values are not base64 yet.
    byte[][] fields = InternalMetadata.serialize(metadata);
    for (int i = 0; i < fields.length; i += 2) {
      String name = latin1(fields[i]);
      String value = name.endsWith(Metadata.BINARY_HEADER_SUFFIX)
          ? Base64.getEncoder().withoutPadding().encodeToString(fields[i + 1])
          : latin1(fields[i + 1]);
      headers.add(new Header(name, value));
    }
  }

  /** What the peer sent along, without the fields that are gRPC's and HTTP's own. */
  static Metadata metadata(List<Header> headers) {
    // Names and values by turns, as they are: a name that gRPC would not use itself does no harm.
    List<byte[]> fields = new ArrayList<>();
    for (Header header : headers) {
      String name = header.name();
      if (name.startsWith(":") || isOwn(name)) {
        continue;
      }
      if (name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
        addBinary(fields, name, header.value());
      } else {
        fields.add(name.getBytes(StandardCharsets.ISO_8859_1));
        fields.add(header.value().getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return InternalMetadata.newMetadata(fields.toArray(byte[][]::new));
  }

  /** The first value of a field, or null. */
  static @Nullable String find(List<Header> headers, String name) {
    for (Header header : headers) {
      if (header.name().equals(name)) {
        return header.value();
      }
    }
    return null;
  }

  /** The call's outcome as these trailers tell it. */
  static Status status(List<Header> trailers) {
    String code = find(trailers, "grpc-status");
    if (code == null) {
      String http = find(trailers, ":status");
      return Status.INTERNAL.withDescription(
          "the answer has no grpc-status" + (http == null ? "" : ", and HTTP status " + http));
    }
    String message = find(trailers, "grpc-message");
    Status status = code.matches("\\d{1,3}")
        ? Status.fromCodeValue(Integer.parseInt(code))
        : Status.UNKNOWN.withDescription("grpc-status is " + code);
    return message == null ? status : status.withDescription(percentDecoded(message));
  }

  private static boolean isOwn(String name) {
    return switch (name) {
      case "grpc-status", "grpc-message", "grpc-encoding", "grpc-accept-encoding" -> true;
      case "content-type", "te", "trailer" -> true;
      default -> false;
    };
  }

  private static void addBinary(List<byte[]> fields, String name, String value) {
    // Values of one name may come joined by commas.
    for (String each : value.split(",", -1)) {
      try {
        byte[] decoded = Base64.getDecoder().decode(each.trim());
        fields.add(name.getBytes(StandardCharsets.ISO_8859_1));
        fields.add(decoded);
      } catch (IllegalArgumentException e) {
        // What cannot be decoded is left out: it only ever adds to a status that is told anyway.
        continue;
      }
    }
  }

  /** At most eight digits and a unit. */
  private static String timeout(long nanos) {
    if (nanos <= 0) {
      return "1n";
    }
    if (nanos <= MAX_TIMEOUT_DIGITS) {
      return nanos + "n";
    }
    if (nanos / 1_000 <= MAX_TIMEOUT_DIGITS) {
      return nanos / 1_000 + "u";
    }
    if (nanos / 1_000_000 <= MAX_TIMEOUT_DIGITS) {
      return nanos / 1_000_000 + "m";
    }
    return Math.min(nanos / 1_000_000_000, MAX_TIMEOUT_DIGITS) + "S";
  }

  private static String percentDecoded(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' && i + 2 < text.length() && Character.digit(text.charAt(i + 1), 16) >= 0
          && Character.digit(text.charAt(i + 2), 16) >= 0) {
        out.write(Integer.parseInt(text, i + 1, i + 3, 16));
        i += 2;
      } else {
        out.write(c);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Only printable ASCII may stand in a header field. */
  private static String percentEncoded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b >= ' ' && b < 0x7f && b != '%') {
        out.append((char) b);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
