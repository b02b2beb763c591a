import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives classes of Java 5 and older the format of Java 8, for the JVM's class cache takes no older ones: what they do
 * stays the same.
 *
 * <p>Usage, with a JDK 24 or newer: {@code java -cp CLASSES ModernClasses.java FOLDER}. The folder's classes are
 * rewritten in place; the class path and the JDK must hold all classes that they name.
 */
final class ModernClasses {

  private ModernClasses() {}

  public static void main(String[] arguments) throws IOException {
    ClassFile format = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
    ClassTransform newer =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            builder.with(element);
          }
        };
    // Code that is written anew gets the tables that the newer format asks for.
    ClassTransform rewrite = newer.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL));
    int rewritten = 0;
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).toList();
      for (Path file : classes) {
        ClassModel old = format.parse(Files.readAllBytes(file));
        if (old.majorVersion() < ClassFile.JAVA_6_VERSION) {
          Files.write(file, format.transformClass(old, rewrite));
          rewritten++;
        }
      }
    }
    System.out.println("the format of Java 8 for " + rewritten + " classes");
  }
}
