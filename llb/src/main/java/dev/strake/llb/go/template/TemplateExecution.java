package dev.strake.llb.go.template;

import dev.strake.llb.go.template.Node.Command;
import dev.strake.llb.go.template.Node.Operand;
import dev.strake.llb.go.template.Node.Pipeline;
import dev.strake.llb.go.template.Node.Place;
import dev.strake.llb.go.template.ValueMethods.Method;
import dev.strake.llb.go.template.ValueMethods.Parameter;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Fills a template with a value. */
final class TemplateExecution {

  /** What follows the nodes of a list. */
  private enum Next {
    GO_ON,
    BREAK,
    CONTINUE
  }

  private final StringBuilder out = new StringBuilder();
  private final GoValue root;
  private Variables variables = Variables.none();

  TemplateExecution(GoValue root) {
    this.root = root;
    variables.declare("$", root);
  }

  String run(List<Node> nodes) {
    list(root, nodes);
    return out.toString();
  }

  private Next list(GoValue dot, List<Node> nodes) {
    for (Node node : nodes) {
      Next next = node(dot, node);
      if (next != Next.GO_ON) {
        return next;
      }
    }
    return Next.GO_ON;
  }

  private Next node(GoValue dot, Node node) {
    return switch (node) {
      case Node.Plain(String text) -> {
        out.append(text);
        yield Next.GO_ON;
      }
      case Node.Print(Pipeline pipeline) -> {
        GoValue value = value(dot, pipeline);
        if (pipeline.variables().isEmpty()) {
          out.append(GoFormat.value(value));
        } else {
          set(pipeline, pipeline.variables().getFirst(), value);
        }
        yield Next.GO_ON;
      }
      case Node.If(Pipeline condition, List<Node> then, List<Node> otherwise) ->
          inScope(() -> {
            GoValue value = declared(dot, condition);
            return list(dot, value.isTrue() ? then : otherwise);
          });
      case Node.With(Pipeline given, List<Node> then, List<Node> otherwise) ->
          inScope(() -> {
            GoValue value = declared(dot, given);
            return value.isTrue() ? list(value, then) : list(dot, otherwise);
          });
      case Node.Range range -> inScope(() -> range(dot, range));
      case Node.Break leave -> Next.BREAK;
      case Node.Continue again -> Next.CONTINUE;
    };
  }

  private GoValue declared(GoValue dot, Pipeline pipeline) {
    GoValue value = value(dot, pipeline);
    if (!pipeline.variables().isEmpty()) {
      set(pipeline, pipeline.variables().getFirst(), value);
    }
    return value;
  }

  private Next range(GoValue dot, Node.Range range) {
    GoValue over = value(dot, range.over());
    List<Map.Entry<GoValue, GoValue>> elements = new ArrayList<>();
    switch (over) {
      case GoValue.Slice slice -> slice.elements().forEach(e -> elements.add(Map.entry(GoValue.of(elements.size()), e)));
      case GoValue.Mapping map -> map.entries().forEach((key, e) -> elements.add(Map.entry(GoValue.of(key), e)));
      case GoValue.Int(long count) -> {
        for (long i = 0; i < count; i++) {
          elements.add(Map.entry(GoValue.of(i), GoValue.of(i)));
        }
      }
      case GoValue.Nil nil -> {}
      case GoValue.Text t -> throw cannotRange(range, over);
      case GoValue.Bool b -> throw cannotRange(range, over);
      case GoValue.Enumerated e -> throw cannotRange(range, over);
      case GoValue.Decimal d -> throw cannotRange(range, over);
      case GoValue.Bytes b -> throw cannotRange(range, over);
      case GoValue.Time t -> throw cannotRange(range, over);
      case GoValue.Struct s -> throw cannotRange(range, over);
    }
    if (elements.isEmpty()) {
      return list(dot, range.otherwise());
    }
    for (Map.Entry<GoValue, GoValue> element : elements) {
      Next next = inScope(() -> {
        List<String> names = range.over().variables();
        if (!names.isEmpty()) {
          set(range.over(), names.getLast(), element.getValue());
        }
        if (names.size() > 1) {
          set(range.over(), names.getFirst(), element.getKey());
        }
        return list(element.getValue(), range.each());
      });
      if (next == Next.BREAK) {
        break;
      }
    }
    return Next.GO_ON;
  }

  private static TemplateException cannotRange(Node.Range range, GoValue over) {
    Place place = range.over().commands().getFirst().words().getFirst().place();
    return new TemplateException(place, "range can't iterate over " + GoFormat.value(over));
  }

  private GoValue value(GoValue dot, Pipeline pipeline) {
    List<GoValue> last = List.of();
    for (Command command : pipeline.commands()) {
      last = List.of(value(dot, command, last));
    }
    return last.getFirst();
  }

  private GoValue value(GoValue dot, Command command, List<GoValue> last) {
    Operand first = command.words().getFirst();
    List<Operand> rest = command.words().subList(1, command.words().size());
    if (first instanceof Operand.Function(String name, Place place)) {
      if (name.equals("and") || name.equals("or")) {
        return shortCircuit(dot, name.equals("and"), rest, last, place);
      }
      List<GoValue> arguments = new ArrayList<>(rest.stream().map(operand -> value(dot, operand)).toList());
      arguments.addAll(last);
      return TemplateFunctions.call(name, arguments, place, whole(command));
    }
    Arguments given = new Arguments(dot, rest, last);
    if (!given.areNone() && !hasFields(first)) {
      throw new TemplateException(first.place(), "can't give argument to non-function " + first.place().text());
    }
    return value(dot, first, given);
  }

  private static boolean hasFields(Operand operand) {
    return switch (operand) {
      case Operand.Fields(List<String> names, Place place) -> !names.isEmpty();
      case Operand.Variable(String name, List<String> names, Place place) -> !names.isEmpty();
      case Operand.Nested nested -> !nested.fields().isEmpty();
      case Operand.Constant constant -> false;
      case Operand.Function function -> false;
    };
  }

  /**
   * What a method is given.
   *
   * @param dot for the operands
   * @param last what the pipeline has come to so far, if anything
   */
  private record Arguments(GoValue dot, List<Operand> operands, List<GoValue> last) {

    static Arguments none(GoValue dot) {
      return new Arguments(dot, List.of(), List.of());
    }

    boolean areNone() {
      return operands.isEmpty() && last.isEmpty();
    }

    int size() {
      return operands.size() + last.size();
    }
  }

  private static Place whole(Command command) {
    Place first = command.words().getFirst().place();
    String text = command.words().stream().map(word -> word.whole().text()).collect(Collectors.joining(" "));
    return new Place(first.line(), first.column(), text);
  }

  private GoValue shortCircuit(
      GoValue dot, boolean and, List<Operand> operands, List<GoValue> last, Place place) {
    GoValue value = GoValue.NIL;
    for (Operand operand : operands) {
      value = value(dot, operand);
      if (value.isTrue() != and) {
        return value;
      }
    }
    if (operands.isEmpty() && last.isEmpty()) {
      String name = and ? "and" : "or";
      throw new TemplateException(place, "wrong number of args for " + name + ": want at least 1 got 0");
    }
    return last.isEmpty() ? value : last.getFirst();
  }

  private GoValue value(GoValue dot, Operand operand) {
    return value(dot, operand, Arguments.none(dot));
  }

  private GoValue value(GoValue dot, Operand operand, Arguments given) {
    return switch (operand) {
      case Operand.Constant(GoValue value, Place place) -> value;
      case Operand.Fields(List<String> names, Place place) -> fields(dot, names, place, place, given);
      case Operand.Variable(String name, List<String> names, Place place) ->
          fields(variables.get(name, place), names, place, place, given);
      case Operand.Nested(Pipeline pipeline, List<String> names, Place place, Place whole) ->
          fields(value(dot, pipeline), names, place, whole, given);
      case Operand.Function(String name, Place place) -> TemplateFunctions.call(name, List.of(), place, place);
    };
  }

  /** The last one gets the arguments. */
  private GoValue fields(GoValue of, List<String> names, Place place, Place whole, Arguments given) {
    GoValue value = of;
    for (int i = 0; i < names.size(); i++) {
      boolean isLast = i == names.size() - 1;
      Arguments those = isLast ? given : Arguments.none(given.dot());
      try {
        value = fieldOrMethod(value, names.get(i), place, those);
      } catch (IllegalStateException | DateTimeException | ArithmeticException e) {
        throw new TemplateException(whole, "error calling " + names.get(i) + ": " + e.getMessage());
      }
    }
    return value;
  }

  private GoValue fieldOrMethod(GoValue of, String name, Place place, Arguments given) {
    Optional<Method> method = ValueMethods.find(of, name);
    if (method.isPresent()) {
      return call(of, name, method.get(), place, given);
    }
    GoValue value = field(of, name, place);
    if (!given.areNone()) {
      boolean key = of instanceof GoValue.Mapping;
      String no = key ? " is not a method but has arguments" : " has arguments but cannot be invoked as function";
      throw new TemplateException(place, name + no);
    }
    return value;
  }

  private GoValue call(GoValue receiver, String name, Method method, Place place, Arguments given) {
    List<Parameter> wanted = method.parameters();
    if (given.size() != wanted.size() && method.problem().isEmpty()) {
      throw new TemplateException(
          place, "wrong number of args for " + name + ": want " + wanted.size() + " got " + given.size());
    }
    if (method.problem().isPresent()) {
      throw new TemplateException(place, method.problem().get());
    }
    List<GoValue> arguments = new ArrayList<>();
    for (Operand operand : given.operands()) {
      GoValue value = value(given.dot(), operand);
      MethodArguments.check(wanted.get(arguments.size()), value, operand.place(), operand instanceof Operand.Constant);
      arguments.add(value);
    }
    for (GoValue value : given.last()) {
      MethodArguments.check(wanted.getLast(), value, place, false);
      arguments.add(value);
    }
    return method.call(receiver, arguments);
  }

  private static GoValue field(GoValue value, String name, Place place) {
    return switch (value) {
      case GoValue.Struct struct ->
          struct.field(name).orElseThrow(() -> noField(value, name, place));
      case GoValue.Mapping map -> map.entries().getOrDefault(name, GoValue.MISSING);
      case GoValue.Nil nil when nil.type().startsWith("*") -> throw noField(value, name, place);
      case GoValue.Nil nil ->
          throw new TemplateException(place, "nil pointer evaluating interface {}." + name);
      case GoValue.Text t -> throw noField(value, name, place);
      case GoValue.Int i -> throw noField(value, name, place);
      case GoValue.Enumerated e -> throw noField(value, name, place);
      case GoValue.Decimal d -> throw noField(value, name, place);
      case GoValue.Bool b -> throw noField(value, name, place);
      case GoValue.Bytes b -> throw noField(value, name, place);
      case GoValue.Time t -> throw noField(value, name, place);
      case GoValue.Slice s -> throw noField(value, name, place);
    };
  }

  private static TemplateException noField(GoValue value, String name, Place place) {
    return new TemplateException(place, "can't evaluate field " + name + " in type " + value.type());
  }

  private void set(Pipeline pipeline, String name, GoValue value) {
    if (pipeline.declares()) {
      variables.declare(name, value);
    } else {
      variables.assign(name, value, pipeline.commands().getFirst().words().getFirst().place());
    }
  }

  private Next inScope(Supplier<Next> action) {
    variables = variables.inner();
    Next next = action.get();
    variables = variables.outer();
    return next;
  }
}
