package dev.strake.llb.go.template;

import dev.strake.llb.go.template.ValueMethods.Parameter;

/** Whether what a template gives a method is of the type that the method takes, in Go's words where it is not. */
final class MethodArguments {

  private MethodArguments() {}

  /**
   * Looks at one.
   *
   * @param place of the argument
   * @param constant whether it stands in the template as it is
   */
  static void check(Parameter wanted, GoValue given, Node.Place place, boolean constant) {
    if (constant) {
      checkConstant(wanted, given, place);
    } else if (given instanceof GoValue.Nil nil) {
      boolean pointer = wanted == Parameter.TIME && nil.type().startsWith("*");
      throw new TemplateException(
          place,
          pointer
              ? "dereference of nil pointer of type " + wanted.type()
              : "invalid value; expected " + wanted.type());
    } else if (!isOf(wanted, given)) {
      throw new TemplateException(
          place, "wrong type for value; expected " + wanted.type() + "; got " + given.type());
    }
  }

  private static void checkConstant(Parameter wanted, GoValue given, Node.Place place) {
    if (given instanceof GoValue.Nil) {
      throw new TemplateException(place, "cannot assign nil to " + wanted.type());
    }
    String text = place.text();
    switch (wanted) {
      case TEXT -> require(given instanceof GoValue.Text, "expected string; found " + text, place);
      case INT, SPAN -> require(given instanceof GoValue.Int, "expected integer; found " + text, place);
      case TIME -> throw new TemplateException(place, "can't handle " + text + " for arg of type " + wanted.type());
    }
  }

  private static void require(boolean holds, String message, Node.Place place) {
    if (!holds) {
      throw new TemplateException(place, message);
    }
  }

  private static boolean isOf(Parameter wanted, GoValue given) {
    return switch (wanted) {
      case TEXT -> given instanceof GoValue.Text;
      case INT -> given instanceof GoValue.Int;
      case SPAN -> given.type().equals(wanted.type());
      case TIME -> given instanceof GoValue.Time;
    };
  }
}
