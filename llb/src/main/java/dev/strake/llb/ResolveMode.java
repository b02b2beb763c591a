package dev.strake.llb;

/** When an image's registry is asked. */
public enum ResolveMode {
  /** As the daemon likes. */
  DEFAULT("default"),
  /** Always. */
  PULL("pull"),
  /** Only for what is not there. */
  LOCAL("local");

  private final String text;

  ResolveMode(String text) {
    this.text = text;
  }

  /** The mode's name in attributes and options. */
  public String text() {
    return text;
  }
}
