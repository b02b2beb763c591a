package dev.strake.frontend.lower;

import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoIp;
import dev.strake.llb.go.GoResult;
import dev.strake.llb.go.GoStrings;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A port as {@code EXPOSE} takes it: {@code [[ip:]host:]port[/protocol]}, each port a number or a range. The host's
 * part is only looked at.
 */
record PortSpec(String ip, String hostPort, String containerPort, String protocol) {

  private static final int MAX_PORT = 65535;
  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");

  /** Reads it; what is wrong with the ports themselves is told by {@link #ports}. */
  static GoResult<PortSpec> parse(String text) {
    int last = text.lastIndexOf(':');
    String containerPart = text.substring(last + 1);
    String host = last < 0 ? "" : text.substring(0, last);
    int colon = host.lastIndexOf(':');
    String ip = colon < 0 ? "" : host.substring(0, colon);
    int slash = containerPart.indexOf('/');
    String port = slash < 0 ? containerPart : containerPart.substring(0, slash);
    String protocol = slash < 0 ? "" : containerPart.substring(slash + 1);
    if (port.isEmpty()) {
      return GoResult.error("no port specified");
    }
    if (!protocol.isEmpty() && !PROTOCOLS.contains(GoStrings.toLower(protocol))) {
      return GoResult.error("invalid proto: " + protocol);
    }
    return GoResult.of(new PortSpec(ip, host.substring(colon + 1), port, protocol.isEmpty() ? "tcp" : protocol));
  }

  /** Whether there is anything of the host, which {@code EXPOSE} makes nothing of. */
  boolean hasHost() {
    return !ip.isEmpty() || !hostPort.isEmpty();
  }

  /** The container's ports, such as {@code 80/tcp}. */
  GoResult<List<String>> ports() {
    String ipError = ipError();
    if (!ipError.isEmpty()) {
      return GoResult.error(ipError);
    }
    if (!(Range.parse(containerPort) instanceof GoResult.Value<Range>(Range container))) {
      return GoResult.error("invalid containerPort: " + containerPort);
    }
    if (!hostPort.isEmpty()) {
      if (!(Range.parse(hostPort) instanceof GoResult.Value<Range>(Range host))) {
        return GoResult.error("invalid hostPort: " + hostPort);
      }
      if (host.size() != container.size() && container.size() != 1) {
        return GoResult.error(
            "invalid ranges specified for container and host Ports: " + containerPort + " and " + hostPort);
      }
    }
    return GoResult.of(new Ports(container, GoStrings.toLower(protocol)));
  }

  /** What is wrong with the address; empty where nothing is. */
  private String ipError() {
    if (ip.isEmpty()) {
      return "";
    }
    String bare = ip;
    if (ip.startsWith("[")) {
      int close = ip.indexOf(']');
      if (close != ip.length() - 1 || ip.indexOf('[', 1) >= 0) {
        return "invalid IP address " + ip + ": " + bracketError(close);
      }
      bare = ip.substring(1, close);
    }
    return GoIp.canonical(bare).isPresent() ? "" : "invalid IP address: " + bare;
  }

  /** As Go's {@code net.SplitHostPort} words it. */
  private String bracketError(int close) {
    String address = "address " + ip + ":: ";
    if (close < 0) {
      return address + "missing ']' in address";
    }
    if (close == ip.length() - 1) {
      return address + "unexpected '[' in address";
    }
    return address + (ip.charAt(close + 1) == ':' ? "too many colons in address" : "missing port in address");
  }

  /** The ports of a range as texts, each made when it is asked for: a range may have 65,536, and a file many. */
  private static final class Ports extends AbstractList<String> {
    private final Range range;
    private final String protocol;

    Ports(Range range, String protocol) {
      this.range = range;
      this.protocol = protocol;
    }

    @Override
    public String get(int index) {
      return range.first + Objects.checkIndex(index, size()) + "/" + protocol;
    }

    @Override
    public int size() {
      return range.size();
    }
  }

  /** Ports from the first to the last. */
  private record Range(int first, int last) {

    int size() {
      return last - first + 1;
    }

    static GoResult<Range> parse(String text) {
      int dash = text.indexOf('-');
      String start = dash < 0 ? text : text.substring(0, dash);
      String end = dash < 0 ? start : text.substring(dash + 1);
      int first = number(start);
      int last = end.equals(start) ? first : number(end);
      return first < 0 || last < first ? GoResult.error(text) : GoResult.of(new Range(first, last));
    }

    /** Negative where it is no port. */
    private static int number(String text) {
      return GoInt.parseInt(text, 10, 64).value().filter(n -> n >= 0 && n <= MAX_PORT).orElse(-1L).intValue();
    }
  }
}
