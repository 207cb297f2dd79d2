package dev.sealconf.io.program;

import dev.sealconf.error.MachineFailure;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Calls C library functions through {@code java.lang.foreign}, which Java has since version 22. It
 * uses reflection because the program is compiled for Java 17. Every function is called with three
 * words and returns a word: Java creates one bridge for each signature, and creating a bridge takes
 * longer than everything else.
 */
final class CLibrary {
  private static final String FOREIGN = "java.lang.foreign.";
  private static final int FIRST = 22;
  private static final int ARGUMENTS = 3;

  private final Object linker;
  private final Object functions;
  private final Object descriptor;

  private CLibrary() throws ReflectiveOperationException {
    linker = type("Linker").getMethod("nativeLinker").invoke(null);
    functions = type("Linker").getMethod("defaultLookup").invoke(linker);
    Object word = type("ValueLayout").getField("JAVA_LONG").get(null);
    Object arguments = Array.newInstance(type("MemoryLayout"), ARGUMENTS);
    for (int i = 0; i < ARGUMENTS; i++) {
      Array.set(arguments, i, word);
    }
    descriptor =
        type("FunctionDescriptor")
            .getMethod("of", type("MemoryLayout"), arguments.getClass())
            .invoke(null, word, arguments);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(FOREIGN + name);
  }

  /** Returns the C library of this process, or empty if this Java version can't call it. */
  static Optional<CLibrary> ofProcess() {
    if (Runtime.version().feature() < FIRST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new CLibrary());
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  /**
   * Calls a function with at most three arguments, none of them floating-point or variadic.
   *
   * @return the function's result; for a C int, only the lower half is meaningful
   * @throws MachineFailure if there is no such function, or Java refuses to call it
   */
  long call(String function, long first, long second, long third) {
    try {
      return (long) handle(function).invokeExact(first, second, third);
    } catch (MachineFailure e) {
      throw e;
    } catch (Throwable e) { // a method handle can throw anything
      throw new MachineFailure("the function " + function + " of the system can't be called")
          .from(e);
    }
  }

  /** Creates the bridge to a function. */
  MethodHandle handle(String function) {
    try {
      Class<?> options = type("Linker$Option").arrayType();
      Object symbol =
          ((Optional<?>)
                  type("SymbolLookup").getMethod("find", String.class).invoke(functions, function))
              .orElseThrow(() -> new MachineFailure("the system has no function " + function));
      return (MethodHandle)
          type("Linker")
              .getMethod(
                  "downcallHandle", type("MemorySegment"), type("FunctionDescriptor"), options)
              .invoke(linker, symbol, descriptor, Array.newInstance(options.componentType(), 0));
    } catch (ReflectiveOperationException e) {
      throw new MachineFailure("the function " + function + " of the system can't be called")
          .from(e);
    }
  }

  /** Returns the address of a direct buffer. */
  static long address(ByteBuffer direct) {
    try {
      Object segment =
          type("MemorySegment").getMethod("ofBuffer", Buffer.class).invoke(null, direct);
      return (long) type("MemorySegment").getMethod("address").invoke(segment);
    } catch (ReflectiveOperationException e) {
      throw new MachineFailure("memory has no address").from(e);
    }
  }

  /** Returns the memory at an address. */
  static ByteBuffer memory(long address, long size) {
    try {
      Object start = type("MemorySegment").getMethod("ofAddress", long.class).invoke(null, address);
      Object segment =
          type("MemorySegment").getMethod("reinterpret", long.class).invoke(start, size);
      ByteBuffer bytes =
          (ByteBuffer) type("MemorySegment").getMethod("asByteBuffer").invoke(segment);
      return bytes.order(ByteOrder.nativeOrder());
    } catch (ReflectiveOperationException e) {
      throw new MachineFailure("memory can't be read").from(e);
    }
  }
}
