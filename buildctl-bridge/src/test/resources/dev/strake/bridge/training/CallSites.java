import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** All kinds of call sites that javac makes for switches over types and for records; {@link #answers} calls each. */
public final class CallSites {

  sealed interface Shape {
    /** In an interface. */
    static String name(Shape shape) {
      return switch (shape) {
        case Circle(double radius) when radius < 0 -> "impossible";
        case Circle circle when circle.radius() == 0 -> "point";
        case Circle circle -> "circle " + circle.radius();
        case Square square -> "square " + square;
      };
    }
  }

  record Circle(double radius) implements Shape {}

  record Square(Integer side) implements Shape {}

  enum Colour { RED, GREEN }

  record Nothing() {}

  record Everything(
      boolean flag, byte small, short less, char letter, int number, long big, float real, double precise, String text,
      int[] numbers, List<? extends Number> list, Colour colour) {}

  record Own(int value) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Own;
    }

    @Override
    public int hashCode() {
      return 3;
    }
  }

  private CallSites() {}

  private static String kind(Object value) {
    Function<Object, String> text = found -> "other " + found;
    return switch (value) {
      case null -> "null";
      case Integer number when number > 10 -> "large";
      case Integer number when number > 5 -> "middle";
      case Integer number -> "small " + number;
      case int[] numbers -> "array " + numbers.length;
      case String[][] words -> "words " + words.length;
      case CharSequence sequence -> "text " + sequence.length();
      default -> text.apply(value);
    };
  }

  /** Labels that are not all types. */
  private static String mixed(Object value) {
    return switch (value) {
      case Colour.RED -> "red";
      case Colour colour -> "colour " + colour;
      case String text when text.isEmpty() -> "empty";
      default -> "none";
    };
  }

  private static String word(CharSequence value) {
    return value instanceof String text ? switch (text) {
      case "a" -> "first";
      case String other when other.length() > 3 -> "long";
      case String other -> other;
    } : "no string";
  }

  private static Everything everything(double precise, float real, int... numbers) {
    return new Everything(
        true, (byte) -1, (short) -2, 'c', 4, 1L << 40, real, precise, "text", numbers, List.of(1, 2.5), Colour.GREEN);
  }

  public static List<String> answers() {
    List<String> answers = new ArrayList<>();
    Object[] values = {
      null, 3, 7, 11, new int[2], new String[1][], "abc", new StringBuilder("ab"), 1.5, Colour.RED, Colour.GREEN, "", "a", "long"
    };
    for (Object value : values) {
      answers.add(kind(value));
      if (value != null) {
        answers.add(mixed(value));
      }
      if (value instanceof CharSequence sequence) {
        answers.add(word(sequence));
      }
    }
    for (Shape shape : List.of(new Circle(-1), new Circle(0), new Circle(2), new Square(null), new Square(4))) {
      answers.add(Shape.name(shape) + shape.hashCode() + shape.equals(new Square(4)) + shape.equals(new Circle(2)));
    }
    try {
      Shape.name(null);
    } catch (NullPointerException expected) {
      answers.add("null is refused");
    }
    record Local(String a, Object b) {}
    Local local = new Local(null, List.of());
    answers.add(local + " " + local.hashCode() + local.equals(new Local(null, new ArrayList<>())) + local.equals(null));
    answers.add(new Nothing() + " " + new Nothing().hashCode() + new Nothing().equals(new Nothing()));
    answers.add(new Own(1) + " " + new Own(1).equals(new Own(2)) + new Own(7).hashCode());
    everythings(answers);
    return answers;
  }

  private static void everythings(List<String> answers) {
    int[] numbers = {1, 2};
    List<Everything> all = List.of(
        everything(1.5, 2.5f, numbers), everything(1.5, 2.5f, numbers), everything(1.5, 2.5f, 1, 2),
        everything(Double.NaN, Float.NaN, numbers), everything(-Double.NaN, Float.NaN, numbers),
        everything(0.0, -0.0f, numbers), everything(-0.0, 0.0f, numbers));
    for (Everything one : all) {
      answers.add(one.toString().replaceAll("\\[I@[0-9a-f]+", "numbers"));
      answers.add(all.stream().map(one::equals).toList().toString());
    }
    Everything plain = everything(1.5, 2.5f, null);
    int expected = Arrays.asList(
            true, (byte) -1, (short) -2, 'c', 4, 1L << 40, 2.5f, 1.5, "text", null, List.of(1, 2.5), Colour.GREEN)
        .stream().mapToInt(part -> part == null ? 0 : part.hashCode()).reduce(0, (hash, part) -> 31 * hash + part);
    answers.add(String.valueOf(plain.hashCode() == expected));
  }
}
