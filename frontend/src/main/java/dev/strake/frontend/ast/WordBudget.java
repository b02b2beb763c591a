package dev.strake.frontend.ast;

/** How many words the instructions of one file may still have. Mutable. */
final class WordBudget {

  private int left;
  private boolean exceeded;

  WordBudget(int words) {
    this.left = words;
  }

  int left() {
    return left;
  }

  /** Takes words off; false when there are not as many left. */
  boolean take(int words) {
    boolean enough = words <= left;
    left = enough ? left - words : 0;
    return enough;
  }

  /** Whether this is the first time that there are not enough: one report is enough, too. */
  boolean exceed() {
    boolean first = !exceeded;
    exceeded = true;
    return first;
  }
}
