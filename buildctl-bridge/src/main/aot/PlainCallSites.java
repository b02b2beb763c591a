import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Gives compiled classes plain code in place of call sites that the JVM links anew in every run.
 *
 * <p>javac leaves it to the JVM what a {@code switch} over types does, and what {@code equals}, {@code hashCode} and
 * {@code toString} of a record do: at the first call, the JVM writes a class for it and loads that. A class cache
 * ({@code -XX:AOTCache}) holds such classes for lambdas, but not, in JDK 25, for these. Here each such call becomes the
 * call of a private method with the same meaning, which is added to the class. A second run changes nothing.
 *
 * <p>Usage, with a JDK 24 or newer: {@code java PlainCallSites.java ROOT...}. The roots are jars and folders of
 * classes, which are rewritten in place; they and the JDK must hold all classes that rewritten methods name.
 */
final class PlainCallSites {

  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

  private final List<Path> roots;
  private final ClassFile classFile;

  private PlainCallSites(List<Path> roots) {
    this.roots = roots;
    ClassHierarchyResolver classes =
        ClassHierarchyResolver.ofResourceParsing(this::open).orElse(ClassHierarchyResolver.defaultResolver()).cached();
    this.classFile = ClassFile.of(ClassHierarchyResolverOption.of(classes));
  }

  public static void main(String[] arguments) throws IOException {
    List<Path> roots = new ArrayList<>();
    List<FileSystem> jars = new ArrayList<>();
    for (String argument : arguments) {
      Path path = Path.of(argument);
      if (!Files.isDirectory(path)) {
        jars.add(FileSystems.newFileSystem(path));
        path = jars.getLast().getPath("/");
      }
      roots.add(path);
    }
    System.out.println("plain code for " + new PlainCallSites(roots).rewrite() + " call sites");
    // What was not closed stays as it was: a jar is written whole, or not at all.
    for (FileSystem jar : jars) {
      jar.close();
    }
  }

  private int rewrite() throws IOException {
    int callSites = 0;
    for (Path root : roots) {
      List<Path> classes;
      try (Stream<Path> files = Files.walk(root)) {
        classes = files.filter(file -> file.toString().endsWith(".class")).toList();
      }
      for (Path file : classes) {
        ClassModel compiled = classFile.parse(Files.readAllBytes(file));
        ClassRewrite rewrite = new ClassRewrite(compiled);
        if (rewrite.isDue()) {
          Files.write(file, classFile.transformClass(compiled, rewrite.transform()));
          callSites += rewrite.methods.size();
        }
      }
    }
    return callSites;
  }

  private InputStream open(ClassDesc type) {
    String descriptor = type.descriptorString();
    String name = descriptor.substring(1, descriptor.length() - 1) + ".class";
    for (Path root : roots) {
      if (Files.exists(root.resolve(name))) {
        try {
          return Files.newInputStream(root.resolve(name));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return null;
  }

  /** What a call site does, as the body of a method with the call's own type; empty where the JVM does well itself. */
  private static Optional<Consumer<CodeBuilder>> plain(InvokeDynamicInstruction call) {
    ClassDesc bootstrap = call.bootstrapMethod().owner();
    List<ConstantDesc> arguments = call.bootstrapArgs();
    if (bootstrap.equals(RecordMethods.BOOTSTRAP)) {
      return Optional.of(RecordMethods.of(arguments).named(call.name().stringValue()));
    }
    if (bootstrap.equals(SWITCHES) && call.bootstrapMethod().methodName().equals("typeSwitch")
        && arguments.stream().allMatch(ClassDesc.class::isInstance)) {
      return Optional.of(code -> typeSwitch(code, arguments.stream().map(ClassDesc.class::cast).toList()));
    }
    return Optional.empty();
  }

  /** The index of the first of the types from the second parameter on that the first is of; -1 for null. */
  private static void typeSwitch(CodeBuilder code, List<ClassDesc> types) {
    int value = code.parameterSlot(0);
    int from = code.parameterSlot(1);
    Label present = code.newLabel();
    code.aload(value).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
    for (int i = 0; i < types.size(); i++) {
      Label next = code.newLabel();
      code.iload(from).loadConstant(i).if_icmpgt(next);
      code.aload(value).instanceOf(types.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(types.size()).ireturn();
  }

  /** A class whose call sites become calls of methods of its own. */
  private static final class ClassRewrite {

    private final ClassModel compiled;
    private final List<Consumer<ClassBuilder>> methods = new ArrayList<>();

    ClassRewrite(ClassModel compiled) {
      this.compiled = compiled;
    }

    boolean isDue() {
      return compiled.methods().stream().anyMatch(ClassRewrite::isDue);
    }

    private static boolean isDue(MethodModel method) {
      return method.code().stream().flatMap(code -> code.elementStream())
          .anyMatch(element -> element instanceof InvokeDynamicInstruction call && plain(call).isPresent());
    }

    ClassTransform transform() {
      return ClassTransform.transformingMethodBodies(ClassRewrite::isDue, this::rewrite)
          .andThen(ClassTransform.endHandler(type -> methods.forEach(method -> method.accept(type))));
    }

    private void rewrite(CodeBuilder code, CodeElement element) {
      if (!(element instanceof InvokeDynamicInstruction call)) {
        code.with(element);
        return;
      }
      plain(call).ifPresentOrElse(body -> code.invokestatic(
          compiled.thisClass().asSymbol(), add(call.typeSymbol(), body), call.typeSymbol(),
          compiled.flags().has(AccessFlag.INTERFACE)),
          () -> code.with(call));
    }

    /** Returns the new method's name. */
    private String add(MethodTypeDesc type, Consumer<CodeBuilder> body) {
      String name = "plain$" + methods.size();
      int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
      methods.add(builder -> builder.withMethodBody(name, type, flags, body));
      return name;
    }
  }

  /** What {@code java.lang.runtime.ObjectMethods} would make for a record. */
  private record RecordMethods(ClassDesc type, List<DirectMethodHandleDesc> components) {

    private static final ClassDesc BOOTSTRAP = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc TEXT = ClassDesc.of("java.lang.StringBuilder");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

    /** Of the bootstrap method's arguments: the class, the components' names, their getters. */
    static RecordMethods of(List<ConstantDesc> arguments) {
      return new RecordMethods(
          (ClassDesc) arguments.get(0),
          arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList());
    }

    Consumer<CodeBuilder> named(String name) {
      return switch (name) {
        case "equals" -> this::writeEquals;
        case "hashCode" -> this::writeHashCode;
        case "toString" -> this::writeToString;
        default -> throw new IllegalArgumentException("not a method of records: " + name);
      };
    }

    private void writeEquals(CodeBuilder code) {
      Label different = code.newLabel();
      Label sameType = code.newLabel();
      code.aload(0).aload(1).if_acmpne(sameType).iconst_1().ireturn().labelBinding(sameType);
      code.aload(1).instanceOf(type).ifeq(different);
      for (DirectMethodHandleDesc component : components) {
        load(code, component);
        code.aload(1).checkcast(type).getfield(type, component.methodName(), fieldType(component));
        compare(code, fieldType(component), different);
      }
      code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
    }

    /** Two values of the type are on the stack. Numbers with a point are equal as their wrappers are: NaN to itself. */
    private static void compare(CodeBuilder code, ClassDesc type, Label different) {
      TypeKind kind = TypeKind.from(type);
      switch (kind.asLoadable()) {
        case INT -> code.if_icmpne(different);
        case LONG -> code.lcmp().ifne(different);
        case FLOAT, DOUBLE ->
            code.invokestatic(wrapper(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                .ifne(different);
        default ->
            code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(
                ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object)).ifeq(different);
      }
    }

    private void writeHashCode(CodeBuilder code) {
      code.iconst_0();
      for (DirectMethodHandleDesc component : components) {
        ClassDesc field = fieldType(component);
        code.loadConstant(31).imul();
        load(code, component);
        code.invokestatic(
            field.isPrimitive() ? wrapper(field) : OBJECTS, "hashCode",
            MethodTypeDesc.of(ConstantDescs.CD_int, field.isPrimitive() ? field : ConstantDescs.CD_Object));
        code.iadd();
      }
      code.ireturn();
    }

    private void writeToString(CodeBuilder code) {
      code.new_(TEXT).dup().invokespecial(TEXT, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
      code.loadConstant(type)
          .invokevirtual(ConstantDescs.CD_Class, "getSimpleName", MethodTypeDesc.of(ConstantDescs.CD_String));
      append(code, ConstantDescs.CD_String);
      String before = "[";
      for (DirectMethodHandleDesc component : components) {
        append(code.loadConstant(before + component.methodName() + "="), ConstantDescs.CD_String);
        load(code, component);
        append(code, fieldType(component));
        before = ", ";
      }
      append(code.loadConstant(components.isEmpty() ? "[]" : "]"), ConstantDescs.CD_String);
      code.invokevirtual(TEXT, "toString", MethodTypeDesc.of(ConstantDescs.CD_String)).areturn();
    }

    private static void append(CodeBuilder code, ClassDesc type) {
      ClassDesc as = switch (TypeKind.from(type)) {
        case BYTE, SHORT -> ConstantDescs.CD_int;
        case REFERENCE -> type.equals(ConstantDescs.CD_String) ? type : ConstantDescs.CD_Object;
        default -> type;
      };
      code.invokevirtual(TEXT, "append", MethodTypeDesc.of(TEXT, as));
    }

    private void load(CodeBuilder code, DirectMethodHandleDesc component) {
      code.aload(0).getfield(type, component.methodName(), fieldType(component));
    }

    private static ClassDesc fieldType(DirectMethodHandleDesc getter) {
      return getter.invocationType().returnType();
    }

    private static ClassDesc wrapper(ClassDesc primitive) {
      return switch (TypeKind.from(primitive)) {
        case BOOLEAN -> ConstantDescs.CD_Boolean;
        case BYTE -> ConstantDescs.CD_Byte;
        case CHAR -> ConstantDescs.CD_Character;
        case SHORT -> ConstantDescs.CD_Short;
        case INT -> ConstantDescs.CD_Integer;
        case LONG -> ConstantDescs.CD_Long;
        case FLOAT -> ConstantDescs.CD_Float;
        case DOUBLE -> ConstantDescs.CD_Double;
        default -> throw new IllegalArgumentException("no primitive: " + primitive.displayName());
      };
    }
  }
}
