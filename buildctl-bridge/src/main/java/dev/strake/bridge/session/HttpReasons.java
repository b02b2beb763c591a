package dev.strake.bridge.session;

/** What HTTP's codes mean, for messages: the client of the platform does not keep what a server says. */
final class HttpReasons {

  private HttpReasons() {}

  /** Such as {@code 401 Unauthorized}. */
  static String of(int code) {
    String reason =
        switch (code) {
          case 400 -> "Bad Request";
          case 401 -> "Unauthorized";
          case 403 -> "Forbidden";
          case 404 -> "Not Found";
          case 405 -> "Method Not Allowed";
          case 408 -> "Request Timeout";
          case 415 -> "Unsupported Media Type";
          case 429 -> "Too Many Requests";
          case 500 -> "Internal Server Error";
          case 502 -> "Bad Gateway";
          case 503 -> "Service Unavailable";
          case 504 -> "Gateway Timeout";
          default -> "";
        };
    return (code + " " + reason).strip();
  }
}
