package dev.strake.frontend.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Choices that a seed decides. Not thread-safe. */
final class Draw {

  private final Random random;

  Draw(long seed) {
    this.random = new Random(seed);
    // The first numbers of seeds that are near each other are alike.
    random.nextLong();
  }

  /** One of the choices. */
  @SafeVarargs
  final <T> T one(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** What one of the makers gives. */
  @SafeVarargs
  final String made(Supplier<String>... makers) {
    return one(makers).get();
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** True in {@code percent} of a hundred cases. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number from {@code low} to {@code high}, both inclusive. */
  int number(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** The text in some cases, nothing in the others. */
  String maybe(int percent, Supplier<String> text) {
    return chance(percent) ? text.get() : "";
  }

  /** From {@code low} to {@code high} texts, joined. */
  String several(int low, int high, String between, Supplier<String> text) {
    StringJoiner all = new StringJoiner(between);
    int count = number(low, high);
    for (int i = 0; i < count; i++) {
      all.add(text.get());
    }
    return all.toString();
  }

  /** Some of the choices, in their order. */
  <T> List<T> some(int percent, List<T> choices) {
    List<T> chosen = new ArrayList<>();
    for (T choice : choices) {
      if (chance(percent)) {
        chosen.add(choice);
      }
    }
    return chosen;
  }
}
