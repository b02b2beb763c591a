package dev.strake.frontend.instruction;

/** What {@code <<-} takes off a here-document. */
final class LeadingTabs {

  private LeadingTabs() {}

  /** The content without tabs at its lines' starts. */
  static String removed(String content) {
    StringBuilder rest = new StringBuilder(content.length());
    boolean lineStart = true;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (!lineStart || c != '\t') {
        rest.append(c);
        lineStart = c == '\n';
      }
    }
    return rest.toString();
  }
}
