package dev.strake.frontend.expand;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much text one compilation may still make out of the file's own: a variable of 50 KB that 10,000 lines use comes to
 * half a gigabyte. Counts down, in characters; what is as long as it is written costs nothing. Thread-safe.
 */
public final class TextBudget {

  private final long limit;
  private final AtomicLong left;

  public TextBudget(long limit) {
    this.limit = limit;
    this.left = new AtomicLong(limit);
  }

  /** A budget that nothing uses up. */
  static TextBudget unlimited() {
    return new TextBudget(Long.MAX_VALUE);
  }

  /** Takes a text's characters out; false, from then on, where there were not so many left. */
  public boolean spend(long characters) {
    return characters <= 0 ? !isSpent() : left.addAndGet(-characters) >= 0;
  }

  /** Whether more was taken than there was. */
  public boolean isSpent() {
    return left.get() < 0;
  }

  /** What to say where it is used up. */
  public String message() {
    return "the texts that variables and relative paths come to have more than " + limit + " characters";
  }
}
