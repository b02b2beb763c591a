package dev.strake.bridge.session;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headers of a call from the daemon, as far as they are text. */
final class CallHeaders {

  private static final Context.Key<Metadata> KEY = Context.key("headers");

  private final Metadata headers;

  private CallHeaders(Metadata headers) {
    this.headers = headers;
  }

  /** Of the call that is being served; empty outside of one. */
  static CallHeaders current() {
    Metadata headers = KEY.get();
    return new CallHeaders(headers == null ? new Metadata() : headers);
  }

  /** Keeps the headers where {@link #current} finds them. */
  static ServerInterceptor interceptor() {
    return new ServerInterceptor() {
      @Override
      public <Q, A> ServerCall.Listener<Q> interceptCall(
          ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return Contexts.interceptCall(Context.current().withValue(KEY, headers), call, headers, next);
      }
    };
  }

  /** All values of a header; absent where it was not sent. */
  Optional<List<String>> all(String name) {
    Iterable<String> values = headers.getAll(key(name));
    if (values == null) {
      return Optional.empty();
    }
    boolean encoded = "1".equals(headers.get(key(name + "-encoded")));
    List<String> decoded = new ArrayList<>();
    for (String value : values) {
      decoded.add(encoded ? decode(value) : value);
    }
    return Optional.of(decoded);
  }

  /** The first value of a header. */
  Optional<String> first(String name) {
    return all(name).filter(values -> !values.isEmpty()).map(List::getFirst);
  }

  private static String decode(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // What cannot be decoded counts as empty on the other side, too.
      return "";
    }
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
