package dev.strake.llb;

/**
 * A stand-in for a state that becomes known only when the graph around it is complete, such as a build context whose
 * file list depends on the steps that use it. Compared by identity.
 *
 * <p>Usage: {@code State.late(placeholder)} while building; {@code MarshalOptions.withLate(placeholder, state)} at the
 * end.
 */
public final class Placeholder {
  private final String name;

  /** @param name for people; need not be unique */
  public Placeholder(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return "placeholder " + name;
  }
}
