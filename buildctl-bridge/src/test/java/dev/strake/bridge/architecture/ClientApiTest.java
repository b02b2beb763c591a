package dev.strake.bridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.session.DockerCredentials;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever uses the client as a library needs to know nothing of what it speaks to the daemon with. */
class ClientApiTest {

  private static final String OWN = "dev.strake.bridge.";
  private static final List<String> HIDDEN =
      List.of("io.grpc.", "io.netty.", "com.google.protobuf.", "com.google.common.", OWN + "proto.", OWN + "http2.");

  private final Set<Class<?>> seen = new LinkedHashSet<>();
  private final ArrayDeque<Class<?>> waiting = new ArrayDeque<>();
  private final Set<String> found = new TreeSet<>();

  @BeforeEach
  void lookAtAll() {
    look(DaemonClient.class, "");
    look(DockerCredentials.class, "");
    while (!waiting.isEmpty()) {
      members(waiting.remove());
    }
  }

  /** Whoever reads of a type wants to see it used. */
  @Test
  void eachTypeHasAnExample() throws IOException {
    List<String> without = new ArrayList<>();
    for (Class<?> type : seen) {
      if (type.getEnclosingClass() == null) {
        Path file = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
        String head = Files.readString(file).split("\npublic ", 2)[0];
        if (!head.contains("<pre>{@code")) {
          without.add(type.getName());
        }
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void noTypeOfTheTransportIsInItsSignatures() {
    assertThat(found).isEmpty();
    assertThat(seen).as("types that the client's signatures lead to").hasSizeGreaterThan(30);
  }

  private void members(Class<?> type) {
    Stream.of(type.getDeclaredMethods()).filter(this::isPublic).forEach(this::method);
    Stream.of(type.getDeclaredConstructors()).filter(this::isPublic).forEach(this::executable);
    Stream.of(type.getDeclaredFields()).filter(field -> Modifier.isPublic(field.getModifiers())).forEach(this::field);
    Stream.of(type.getDeclaredClasses())
        .filter(nested -> Modifier.isPublic(nested.getModifiers()))
        .forEach(nested -> look(nested, "nested in " + type.getName()));
    look(type.getGenericSuperclass(), "extended by " + type.getName());
    Stream.of(type.getGenericInterfaces()).forEach(each -> look(each, "implemented by " + type.getName()));
  }

  private boolean isPublic(Executable member) {
    return Modifier.isPublic(member.getModifiers()) && !member.isSynthetic();
  }

  private void method(Method method) {
    look(method.getGenericReturnType(), method.toString());
    executable(method);
  }

  private void executable(Executable member) {
    Stream.of(member.getGenericParameterTypes()).forEach(type -> look(type, member.toString()));
    Stream.of(member.getGenericExceptionTypes()).forEach(type -> look(type, member.toString()));
    if (member instanceof Constructor<?>) {
      look(member.getDeclaringClass(), member.toString());
    }
  }

  private void field(Field field) {
    look(field.getGenericType(), field.toString());
  }

  private void look(Type type, String where) {
    switch (type) {
      case null -> {}
      case Class<?> named -> named(named.isArray() ? named.getComponentType() : named, where);
      case ParameterizedType generic -> {
        look(generic.getRawType(), where);
        Stream.of(generic.getActualTypeArguments()).forEach(each -> look(each, where));
      }
      case WildcardType wildcard -> Stream.of(wildcard.getUpperBounds()).forEach(each -> look(each, where));
      case GenericArrayType array -> look(array.getGenericComponentType(), where);
      default -> {}
    }
  }

  private void named(Class<?> type, String where) {
    if (HIDDEN.stream().anyMatch(type.getName()::startsWith)) {
      found.add(type.getName() + ": " + where);
    } else if (type.getName().startsWith(OWN) && seen.add(type)) {
      waiting.add(type);
    }
  }
}
