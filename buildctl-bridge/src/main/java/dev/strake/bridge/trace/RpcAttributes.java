package dev.strake.bridge.trace;

import java.util.List;
import java.util.Map;

/** What is told of a call: by OpenTelemetry's conventions of today, by those of before, or by both. */
enum RpcAttributes {
  TODAYS {
    @Override
    List<Attribute> of(String method) {
      return List.of(Attribute.of(METHOD, method), Attribute.of(SYSTEM_NAME, GRPC));
    }
  },
  FORMER {
    @Override
    List<Attribute> of(String method) {
      return List.of(
          Attribute.of(SYSTEM, GRPC),
          Attribute.of(SERVICE, service(method)),
          Attribute.of(METHOD, method.substring(method.lastIndexOf('/') + 1)));
    }
  },
  BOTH {
    @Override
    List<Attribute> of(String method) {
      return List.of(
          Attribute.of(SYSTEM, GRPC),
          Attribute.of(SERVICE, service(method)),
          Attribute.of(METHOD, method),
          Attribute.of(SYSTEM_NAME, GRPC));
    }
  };

  private static final String METHOD = "rpc.method";
  private static final String SERVICE = "rpc.service";
  private static final String SYSTEM = "rpc.system";
  private static final String SYSTEM_NAME = "rpc.system.name";
  private static final String GRPC = "grpc";

  /** What {@code OTEL_SEMCONV_STABILITY_OPT_IN} asks for. */
  static RpcAttributes of(Map<String, String> environment) {
    String wanted = environment.getOrDefault("OTEL_SEMCONV_STABILITY_OPT_IN", "");
    if (!wanted.isEmpty()) {
      for (String each : wanted.split(",")) {
        if (each.strip().equals("rpc/dup")) {
          return BOTH;
        }
        if (each.strip().equals("rpc/old")) {
          return FORMER;
        }
      }
    }
    return TODAYS;
  }

  private static String service(String method) {
    return method.substring(0, Math.max(0, method.lastIndexOf('/')));
  }

  /**
   * The attributes.
   *
   * @param method the whole name, such as {@code grpc.health.v1.Health/Check}
   */
  abstract List<Attribute> of(String method);
}
