package dev.strake.grammar.shell;

import dev.strake.grammar.source.Whitespace;
import java.util.ArrayList;
import java.util.List;

/** Collects the words of an expanded text. Mutable. */
final class Splitter {

  private final StringBuilder word = new StringBuilder();
  private final List<String> words = new ArrayList<>();
  private boolean inWord;

  /** Adds a character; white space ends the word. */
  void add(int c) {
    if (!Character.isBmpCodePoint(c) || !Whitespace.isSpace((char) c)) {
      addRaw(c);
    } else if (inWord && !word.isEmpty()) {
      finishWord();
    }
  }

  void add(CharSequence text) {
    text.codePoints().forEach(this::add);
  }

  /** Adds a character that belongs to the word, even white space. */
  void addRaw(int c) {
    word.appendCodePoint(c);
    inWord = true;
  }

  void addRaw(CharSequence text) {
    word.append(text);
    inWord = true;
  }

  /** Forgets the word that has begun, as the reference does where a substitution has a word of its own. */
  void forgetWord() {
    word.setLength(0);
  }

  List<String> finish() {
    if (!word.isEmpty()) {
      finishWord();
    }
    return words;
  }

  private void finishWord() {
    words.add(word.toString());
    word.setLength(0);
    inWord = false;
  }
}
