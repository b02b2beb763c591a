package dev.strake.llb.go.template;

import java.util.List;

/** A part of a template. */
sealed interface Node {

  /** Text that stands for itself. */
  record Plain(String text) implements Node {}

  /** A value to print, unless it only sets a variable. */
  record Print(Pipeline pipeline) implements Node {}

  record If(Pipeline condition, List<Node> then, List<Node> otherwise) implements Node {}

  record With(Pipeline value, List<Node> then, List<Node> otherwise) implements Node {}

  record Range(Pipeline over, List<Node> each, List<Node> otherwise) implements Node {}

  record Break() implements Node {}

  record Continue() implements Node {}

  /**
   * Commands, each of which gets the value of the one before as its last argument.
   *
   * @param variables what the value goes to; two for the index and the element of a range
   * @param declares whether the variables are new ones
   */
  record Pipeline(List<String> variables, boolean declares, List<Command> commands) {}

  /** A word and its arguments. */
  record Command(List<Operand> words) {}

  /** Something with a value. */
  sealed interface Operand {

    /** Where what is wrong with its value is told to be. */
    Place place();

    /** All of it, and where a call in it has gone wrong. */
    default Place whole() {
      return place();
    }

    /** {@code .a.b}; no names for the dot alone. */
    record Fields(List<String> names, Place place) implements Operand {}

    /** {@code $x.a.b}. */
    record Variable(String name, List<String> fields, Place place) implements Operand {}

    record Function(String name, Place place) implements Operand {}

    record Constant(GoValue value, Place place) implements Operand {}

    /** A pipeline in parentheses, and fields of its value. */
    record Nested(Pipeline pipeline, List<String> fields, Place place, Place whole) implements Operand {}
  }

  /** Where an operand stands, and how it is written there. */
  record Place(int line, int column, String text) {}
}
