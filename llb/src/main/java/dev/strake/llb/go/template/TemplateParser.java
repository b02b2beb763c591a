package dev.strake.llb.go.template;

import dev.strake.llb.go.GoFloat;
import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoResult;
import dev.strake.llb.go.GoUnquote;
import dev.strake.llb.go.template.Node.Command;
import dev.strake.llb.go.template.Node.Operand;
import dev.strake.llb.go.template.Node.Pipeline;
import dev.strake.llb.go.template.Node.Place;
import dev.strake.llb.go.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds a template's nodes from its tokens. */
final class TemplateParser {

  private static final int MAX_DEPTH = 100;
  private static final Set<String> ENDS = Set.of("end", "else");

  private final List<Token> tokens;
  private final Set<String> functions;
  private int at;
  private int depth;
  private int loops;

  private TemplateParser(List<Token> tokens, Set<String> functions) {
    this.tokens = tokens;
    this.functions = functions;
  }

  static List<Node> parse(String template, Set<String> functions) {
    TemplateParser parser = new TemplateParser(TemplateLexer.tokens(template), functions);
    List<Node> nodes = parser.list();
    if (parser.peek().kind() != Kind.END) {
      throw parser.failure("unexpected {{" + parser.tokens.get(parser.at + 1).text() + "}}");
    }
    return nodes;
  }

  /** The nodes up to {@code {{end}}}, {@code {{else}}} or the template's end, which are left to the caller. */
  private List<Node> list() {
    enter();
    List<Node> nodes = new ArrayList<>();
    while (peek().kind() != Kind.END && !atListEnd()) {
      Token token = next();
      nodes.add(token.kind() == Kind.TEXT ? new Node.Plain(token.text()) : action());
    }
    depth--;
    return nodes;
  }

  private boolean atListEnd() {
    int word = at + 1;
    while (word < tokens.size() && tokens.get(word).kind() == Kind.SPACE) {
      word++;
    }
    return peek().kind() == Kind.OPEN && ENDS.contains(tokens.get(word).text());
  }

  private Node action() {
    skipSpace();
    if (peek().kind() != Kind.WORD) {
      return new Node.Print(pipeline("command"));
    }
    return switch (peek().text()) {
      case "if" -> branch((pipeline, then, otherwise) -> new Node.If(pipeline, then, otherwise), false);
      case "with" -> branch((pipeline, then, otherwise) -> new Node.With(pipeline, then, otherwise), false);
      case "range" -> branch((pipeline, then, otherwise) -> new Node.Range(pipeline, then, otherwise), true);
      case "break" -> leaveLoop(new Node.Break());
      case "continue" -> leaveLoop(new Node.Continue());
      case "define", "template", "block" -> throw failure(peek().text() + " is not supported here");
      default -> new Node.Print(pipeline("command"));
    };
  }

  /** Makes a node of a pipeline and two lists. */
  private interface Branch {
    Node of(Pipeline pipeline, List<Node> then, List<Node> otherwise);
  }

  private Node branch(Branch branch, boolean loop) {
    String keyword = next().text();
    Pipeline pipeline = pipeline(keyword);
    loops += loop ? 1 : 0;
    List<Node> then = list();
    loops -= loop ? 1 : 0;
    List<Node> otherwise = List.of();
    expect(Kind.OPEN, "unexpected EOF");
    skipSpace();
    if (next().text().equals("else")) {
      skipSpace();
      if (peek().kind() == Kind.WORD && (peek().text().equals("if") || peek().text().equals("with"))) {
        // The chained branch takes the one {{end}} that there is.
        enter();
        Node chained = action();
        depth--;
        return branch.of(pipeline, then, List.of(chained));
      }
      expect(Kind.CLOSE, "expected end; found {{else}}");
      otherwise = list();
      expect(Kind.OPEN, "unexpected EOF");
      skipSpace();
      next();
    }
    skipSpace();
    expect(Kind.CLOSE, "unexpected " + peek().text() + " in end");
    return branch.of(pipeline, then, otherwise);
  }

  private Node leaveLoop(Node node) {
    String keyword = next().text();
    if (loops == 0) {
      throw failure("{{" + keyword + "}} outside {{range}}");
    }
    skipSpace();
    expect(Kind.CLOSE, "unexpected " + peek().text() + " in {{" + keyword + "}}");
    return node;
  }

  private Pipeline pipeline(String context) {
    Pipeline pipeline = open(context);
    expect(Kind.CLOSE, "unexpected " + quoted(peek()) + " in " + context);
    return pipeline;
  }

  private Pipeline open(String context) {
    enter();
    List<String> variables = new ArrayList<>();
    boolean declares = variables(variables, context.equals("range"));
    List<Command> commands = new ArrayList<>();
    do {
      skipSpace();
      commands.add(command(context));
    } while (accept(Kind.PIPE));
    depth--;
    return new Pipeline(variables, declares, commands);
  }

  /** Reads {@code $x :=}, {@code $i, $x :=} or {@code $x =} where it stands, and tells whether it declares. */
  private boolean variables(List<String> variables, boolean two) {
    skipSpace();
    int start = at;
    while (peek().kind() == Kind.VARIABLE) {
      variables.add(next().text());
      skipSpace();
      if (peek().kind() == Kind.DECLARE || peek().kind() == Kind.ASSIGN) {
        return next().kind() == Kind.DECLARE;
      }
      if (!two || !accept(Kind.COMMA)) {
        break;
      }
      skipSpace();
    }
    variables.clear();
    at = start;
    return false;
  }

  private Command command(String context) {
    List<Operand> words = new ArrayList<>();
    while (true) {
      skipSpace();
      Kind kind = peek().kind();
      if (kind == Kind.PIPE || kind == Kind.CLOSE || kind == Kind.RIGHT) {
        break;
      }
      words.add(operand(context));
    }
    if (words.isEmpty()) {
      throw failure("missing value for " + context);
    }
    return new Command(words);
  }

  private Operand operand(String context) {
    Token token = next();
    int start = at - 1;
    return switch (token.kind()) {
      case DOT -> new Operand.Fields(List.of(), place(start));
      case FIELD -> {
        List<String> names = new ArrayList<>(List.of(token.text().substring(1)));
        names.addAll(fields());
        yield new Operand.Fields(names, place(start, names.size() > 1 ? start + 1 : start));
      }
      case VARIABLE -> {
        List<String> names = fields();
        yield new Operand.Variable(token.text(), names, place(start, names.isEmpty() ? start : start + 1));
      }
      case LEFT -> {
        Pipeline inner = open("parenthesized pipeline");
        expect(Kind.RIGHT, "unclosed left paren");
        List<String> names = fields();
        // What is wrong with a field of it, Go tells of what was looked at last.
        Place last = inner.commands().getLast().words().getLast().place();
        yield new Operand.Nested(inner, names, names.isEmpty() ? place(start) : last, place(start, at - names.size()));
      }
      case WORD -> word(token, place(start));
      case STRING, CHARACTER, NUMBER -> new Operand.Constant(constant(token), place(start));
      case END -> throw failure("unclosed action");
      case TEXT, OPEN, CLOSE, SPACE, PIPE, COMMA, DECLARE, ASSIGN, RIGHT ->
          throw failure("unexpected " + quoted(token) + " in " + context);
    };
  }

  private Operand word(Token token, Place place) {
    return switch (token.text()) {
      case "true", "false" -> new Operand.Constant(GoValue.of(token.text().equals("true")), place);
      case "nil" -> new Operand.Constant(GoValue.NIL, place);
      default -> {
        if (!functions.contains(token.text())) {
          throw failure("function " + GoQuote.quote(token.text()) + " not defined");
        }
        yield new Operand.Function(token.text(), place);
      }
    };
  }

  private GoValue constant(Token token) {
    String text = token.text();
    if (token.kind() == Kind.NUMBER) {
      Optional<Long> whole = GoInt.parseInt(text, 0, Long.SIZE).value();
      return whole.isPresent() ? GoValue.of(whole.get()) : new GoValue.Decimal(orThrow(GoFloat.parse(text), text));
    }
    String unquoted = orThrow(GoUnquote.unquote(text), text);
    return token.kind() == Kind.CHARACTER ? GoValue.of(unquoted.codePointAt(0)) : GoValue.of(unquoted);
  }

  private <T> T orThrow(GoResult<T> result, String text) {
    return result.value().orElseThrow(() -> failure("bad constant syntax: " + GoQuote.quote(text)));
  }

  private List<String> fields() {
    List<String> names = new ArrayList<>();
    while (peek().kind() == Kind.FIELD) {
      names.add(next().text().substring(1));
    }
    return names;
  }

  private Place place(int start) {
    return place(start, start);
  }

  /** @param anchor the token that Go takes for its place: where fields follow, the first of them */
  private Place place(int start, int anchor) {
    StringBuilder text = new StringBuilder();
    tokens.subList(start, at).forEach(token -> text.append(token.text()));
    return new Place(tokens.get(anchor).line(), tokens.get(anchor).column(), text.toString());
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw failure("max nesting depth exceeded");
    }
  }

  private static String quoted(Token token) {
    return "<" + token.text() + ">";
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    return tokens.get(at++);
  }

  private boolean accept(Kind kind) {
    boolean there = peek().kind() == kind;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(Kind kind, String otherwise) {
    if (!accept(kind)) {
      throw failure(peek().kind() == Kind.END ? "unexpected EOF" : otherwise);
    }
  }

  private void skipSpace() {
    while (peek().kind() == Kind.SPACE) {
      at++;
    }
  }

  private TemplateException failure(String message) {
    return new TemplateException(peek().line(), message);
  }
}
