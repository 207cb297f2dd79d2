import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Converts what is on the stack from one type to another, as an assignment does. */
final class StackTypes {
  private static final Map<Type, String> WRAPPERS =
      Map.of(
          Type.BOOLEAN_TYPE, "java/lang/Boolean",
          Type.BYTE_TYPE, "java/lang/Byte",
          Type.CHAR_TYPE, "java/lang/Character",
          Type.SHORT_TYPE, "java/lang/Short",
          Type.INT_TYPE, "java/lang/Integer",
          Type.LONG_TYPE, "java/lang/Long",
          Type.FLOAT_TYPE, "java/lang/Float",
          Type.DOUBLE_TYPE, "java/lang/Double");

  private StackTypes() {}

  static void convert(MethodVisitor code, Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (to == Type.VOID_TYPE) {
      code.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    } else if (isPrimitive(from)) {
      if (isPrimitive(to)) {
        widen(code, from, to);
      } else {
        box(code, from);
      }
    } else if (isPrimitive(to)) {
      unbox(code, from, to);
    } else if (!to.getInternalName().equals("java/lang/Object")) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private static void box(MethodVisitor code, Type from) {
    String wrapper = WRAPPERS.get(from);
    String desc = Type.getMethodDescriptor(Type.getObjectType(wrapper), from);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, wrapper, "valueOf", desc, false);
  }

  private static void unbox(MethodVisitor code, Type from, Type to) {
    Type primitive = to;
    for (Map.Entry<Type, String> wrapper : WRAPPERS.entrySet()) {
      if (wrapper.getValue().equals(from.getInternalName())) {
        primitive = wrapper.getKey();
      }
    }
    String wrapper = WRAPPERS.get(primitive);
    code.visitTypeInsn(Opcodes.CHECKCAST, wrapper);
    String method = primitive.getClassName() + "Value";
    String desc = Type.getMethodDescriptor(primitive);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, wrapper, method, desc, false);
    widen(code, primitive, to);
  }

  private static void widen(MethodVisitor code, Type from, Type to) {
    String change = "" + order(from) + order(to);
    switch (change) {
      case "IJ" -> code.visitInsn(Opcodes.I2L);
      case "IF" -> code.visitInsn(Opcodes.I2F);
      case "ID" -> code.visitInsn(Opcodes.I2D);
      case "JF" -> code.visitInsn(Opcodes.L2F);
      case "JD" -> code.visitInsn(Opcodes.L2D);
      case "FD" -> code.visitInsn(Opcodes.F2D);
      default -> {
        if (order(from) != order(to)) {
          throw new IllegalStateException("no conversion from " + from + " to " + to);
        }
      }
    }
  }

  /** All that is an int on the stack counts as one. */
  private static char order(Type type) {
    char letter = type.getDescriptor().charAt(0);
    return "ZBCSI".indexOf(letter) >= 0 ? 'I' : letter;
  }
}
