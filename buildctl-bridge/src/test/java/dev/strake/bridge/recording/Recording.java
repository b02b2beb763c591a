package dev.strake.bridge.recording;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import dev.strake.bridge.proto.control.BytesMessage;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The calls of a client, each with its headers and messages. Thread-safe.
 *
 * <p>What a transport puts in by itself is left out, and so is a trace context that the client has made up: it says who
 * measures, not what is asked for.
 */
final class Recording implements ServerInterceptor {

  private static final Set<String> NOT_THE_CLIENTS =
      Set.of(
          "user-agent", "content-type", "te", "grpc-accept-encoding", "grpc-encoding", "grpc-timeout", "traceparent",
          "tracestate", "baggage");

  /** The id of the trace that command lines are given; a client's own is another each time. */
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final Context.Key<Metadata> HEADERS = Context.key("recorded-headers");

  private final List<Call> calls = new ArrayList<>();

  /** One call. */
  private static final class Call {
    private final String method;
    private final String headers;
    private final List<String> messages = new ArrayList<>();

    Call(String method, String headers) {
      this.method = method;
      this.headers = headers;
    }

    String text() {
      return "== " + method + "\n" + headers + String.join("--\n", messages);
    }
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Call begun = begin(call.getMethodDescriptor().getFullMethodName(), ":authority: " + call.getAuthority(), headers);
    Context context = Context.current().withValue(HEADERS, headers);
    return new SimpleForwardingServerCallListener<>(Contexts.interceptCall(context, call, headers, next)) {
      @Override
      public void onMessage(Q message) {
        if (message instanceof MessageLite known && !(message instanceof BytesMessage)) {
          note(begun, known);
        }
        super.onMessage(message);
      }
    };
  }

  /** The headers of the call that is being served. */
  static Metadata currentHeaders() {
    return HEADERS.get();
  }

  private synchronized Call begin(String method, String authority, Metadata headers) {
    TreeMap<String, String> lines = new TreeMap<>();
    for (String name : headers.keys()) {
      if (!NOT_THE_CLIENTS.contains(name) && !name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
        List<String> values = new ArrayList<>();
        headers.getAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)).forEach(values::add);
        values.sort(Comparator.naturalOrder());
        lines.put(name, String.join("\n    ", values));
      }
    }
    String trace = String.valueOf(headers.get(Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER)));
    if (trace.contains(TRACE)) {
      lines.put("traceparent", TRACE);
    }
    String text =
        lines.entrySet().stream()
            .map(line -> line.getKey() + ": " + line.getValue() + "\n")
            .collect(Collectors.joining("", authority + "\n", ""));
    Call call = new Call(method, text);
    calls.add(call);
    return call;
  }

  private synchronized void note(Call call, MessageLite message) {
    call.messages.add(text(message));
  }

  /** Adds what a service of the client's answered, as a call of its own. */
  synchronized void noteAnswer(String method, String text) {
    Call call = new Call("answer of " + method, "");
    call.messages.add(text.endsWith("\n") ? text : text + "\n");
    calls.add(call);
  }

  /** A message's fields, with maps in the order of their keys. */
  static String text(MessageLite message) {
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      message.writeTo(out);
      out.flush();
      String lines = message.getParserForType().parseFrom(bytes.toByteString()).toString();
      // The first line is a comment, and the only one of a message that has nothing set.
      int comment = lines.indexOf('\n');
      return comment < 0 ? "" : lines.substring(comment + 1) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All calls, those of a method in the order in which they came. */
  synchronized String text() {
    return calls.stream()
        .sorted(Comparator.comparing(call -> call.method))
        .map(Call::text)
        .collect(Collectors.joining("\n"));
  }
}
