package dev.strake.llb.go.template;

/** A template makes no sense, or does not fit the value; the message is Go's. */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TemplateException(int line, String message) {
    super("template: :" + line + ": " + message);
  }

  TemplateException(Node.Place place, String message) {
    super(
        "template: :%d:%d: executing \"\" at <%s>: %s"
            .formatted(place.line(), place.column(), place.text(), message));
  }
}
