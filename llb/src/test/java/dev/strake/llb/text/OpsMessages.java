package dev.strake.llb.text;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Messages of ops.proto in which all fields are set, and what becomes of them when one of these changes. */
final class OpsMessages {

  private final FileDescriptor file;
  private final Set<String> visited = new TreeSet<>();

  private OpsMessages(FileDescriptor file) {
    this.file = file;
  }

  static OpsMessages read() throws Exception {
    try (InputStream in = Files.newInputStream(Path.of("target", "ops.descriptors"))) {
      return new OpsMessages(
          FileDescriptor.buildFrom(FileDescriptorSet.parseFrom(in).getFile(0), new FileDescriptor[0]));
    }
  }

  /** The names of all fields of all messages. */
  Set<String> allFields() {
    Set<String> all = new TreeSet<>();
    for (Descriptor message : file.getMessageTypes()) {
      message.getFields().forEach(field -> all.add(field.getFullName()));
    }
    return all;
  }

  /** The names of the fields of which there was a change. */
  Set<String> visited() {
    return visited;
  }

  /** Ops of each kind with all fields set, one for each alternative inside of it. */
  List<DynamicMessage> ops() {
    Descriptor op = file.findMessageTypeByName("Op");
    List<DynamicMessage> all = new ArrayList<>();
    for (FieldDescriptor kind : op.getOneofs().getFirst().getFields()) {
      all.addAll(filled(op, kind));
    }
    return all;
  }

  private static String digest(ByteString bytes) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    return "sha256:" + HexFormat.of().formatHex(hash);
  }

  /** A definition of an op, its metadata, and a source whose file has a definition, too. */
  DynamicMessage definition() throws Exception {
    DynamicMessage.Builder definition = DynamicMessage.newBuilder(file.findMessageTypeByName("Definition"));
    ByteString op = simpleOp(0);
    Descriptor type = definition.getDescriptorForType();
    definition.addRepeatedField(type.findFieldByName("def"), op);
    FieldDescriptor metadata = type.findFieldByName("metadata");
    DynamicMessage.Builder entry = DynamicMessage.newBuilder(metadata.getMessageType());
    entry.setField(entry.getDescriptorForType().findFieldByName("key"), digest(op));
    FieldDescriptor value = entry.getDescriptorForType().findFieldByName("value");
    entry.setField(value, filled(value.getMessageType(), 1, 0));
    definition.addRepeatedField(metadata, entry.build());
    FieldDescriptor source = type.findFieldByName("Source");
    definition.setField(source, filled(source.getMessageType(), 1, 0));
    return definition.build();
  }

  private static ByteString simpleOp(int number) {
    return dev.strake.llb.pb.Op.newBuilder()
        .setSource(dev.strake.llb.pb.SourceOp.newBuilder().setIdentifier("op" + number))
        .build()
        .toByteString();
  }

  private static List<DynamicMessage> filled(Descriptor op, FieldDescriptor kind) {
    List<DynamicMessage> all = new ArrayList<>();
    for (int alternative = 0; alternative < 5; alternative++) {
      DynamicMessage.Builder builder = DynamicMessage.newBuilder(op);
      for (FieldDescriptor field : op.getFields()) {
        if (field.getContainingOneof() == null || field.equals(kind)) {
          fill(builder, field, 1, alternative);
        }
      }
      all.add(builder.build());
    }
    return all;
  }

  private static DynamicMessage filled(Descriptor type, int number, int alternative) {
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    for (FieldDescriptor field : type.getFields()) {
      boolean alone = field.getContainingOneof() == null;
      List<FieldDescriptor> choice = alone ? List.of() : field.getContainingOneof().getFields();
      if (choice.isEmpty() || choice.get(alternative % choice.size()).equals(field)) {
        fill(builder, field, number, alternative);
      }
    }
    return builder.build();
  }

  private static void fill(DynamicMessage.Builder builder, FieldDescriptor field, int number, int alternative) {
    if (field.isRepeated()) {
      builder.addRepeatedField(field, value(field, number, alternative));
      if (!field.isMapField()) {
        builder.addRepeatedField(field, value(field, number + 1, alternative));
      }
    } else if (!isNestedDefinition(field)) {
      builder.setField(field, value(field, number, alternative));
    } else {
      builder.setField(field, nested(field.getMessageType(), number));
    }
  }

  private static boolean isNestedDefinition(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && field.getMessageType().getName().equals("Definition");
  }

  /** Without a source, which would hold definitions again. */
  private static DynamicMessage nested(Descriptor definition, int number) {
    return DynamicMessage.newBuilder(definition)
        .addRepeatedField(definition.findFieldByName("def"), simpleOp(number))
        .build();
  }

  private static Object value(FieldDescriptor field, int number, int alternative) {
    return switch (field.getJavaType()) {
      case INT -> number;
      case LONG -> (long) number;
      case BOOLEAN -> number % 2 == 1;
      case STRING -> "v" + number;
      case BYTE_STRING -> field.getFullName().equals("pb.Definition.def")
          ? simpleOp(number)
          : ByteString.copyFromUtf8("v" + number);
      case ENUM -> field.getEnumType().findValueByNumber(number % field.getEnumType().getValues().size());
      case MESSAGE -> filled(field.getMessageType(), number, alternative);
      case FLOAT, DOUBLE -> throw new IllegalArgumentException("no such field is known: " + field);
    };
  }

  /** The message with one field changed, for each field and each way to change it, by the path to the field. */
  Map<String, DynamicMessage> changes(DynamicMessage base, String path) {
    Map<String, DynamicMessage> changes = new LinkedHashMap<>();
    for (FieldDescriptor field : base.getDescriptorForType().getFields()) {
      String name = path + "." + field.getName();
      if (field.isRepeated()) {
        changeRepeated(base, field, name, changes);
      } else if (base.hasField(field)) {
        visited.add(field.getFullName());
        changes.put(name + " cleared", base.toBuilder().clearField(field).build());
        changeOne(base.getField(field), field, name)
            .forEach((each, value) -> changes.put(each, base.toBuilder().setField(field, value).build()));
      }
    }
    return changes;
  }

  private void changeRepeated(
      DynamicMessage base, FieldDescriptor field, String name, Map<String, DynamicMessage> changes) {
    visited.add(field.getFullName());
    if (base.getRepeatedFieldCount(field) > 0) {
      changes.put(name + " cleared", base.toBuilder().clearField(field).build());
    }
    for (int i = 0; i < base.getRepeatedFieldCount(field); i++) {
      int index = i;
      changeOne(base.getRepeatedField(field, i), field, name + "[" + i + "]")
          .forEach(
              (each, value) -> changes.put(each, base.toBuilder().setRepeatedField(field, index, value).build()));
    }
  }

  private Map<String, Object> changeOne(Object value, FieldDescriptor field, String name) {
    if (value instanceof DynamicMessage message) {
      return new LinkedHashMap<>(changes(message, name));
    }
    return Map.of(name + " changed", other(value, field));
  }

  private static Object other(Object value, FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case INT -> (Integer) value + 2;
      case LONG -> (Long) value + 2;
      case BOOLEAN -> !(Boolean) value;
      case STRING -> value + "x";
      case BYTE_STRING -> field.getFullName().equals("pb.Definition.def")
          ? simpleOp(9)
          : ((ByteString) value).concat(ByteString.copyFromUtf8("x"));
      case ENUM -> {
        int count = field.getEnumType().getValues().size();
        int number = ((EnumValueDescriptor) value).getNumber();
        yield field.getEnumType().findValueByNumber((number + 1) % count);
      }
      case MESSAGE, FLOAT, DOUBLE -> throw new IllegalArgumentException("no such field is known: " + field);
    };
  }
}
