import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A lambda as the compiler describes it.
 *
 * @param method the method of the interface
 * @param captured what is captured, and the interface
 * @param erased the method's parameters and result
 * @param body the method that is called
 * @param exact parameters and result where type variables are known
 */
record Lambda(String method, Type captured, Type erased, Handle body, Type exact) {
  Lambda(String method, String captured, Object... arguments) {
    this(
        method,
        Type.getMethodType(captured),
        (Type) arguments[0],
        (Handle) arguments[1],
        (Type) arguments[2]);
  }

  boolean constructs() {
    return body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
  }

  /** The receiver, if there is one, and the parameters of the body. */
  List<Type> bodyParameters() {
    List<Type> parameters = new ArrayList<>();
    if (body.getTag() != Opcodes.H_INVOKESTATIC && !constructs()) {
      parameters.add(Type.getObjectType(body.getOwner()));
    }
    parameters.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
    return parameters;
  }

  Type bodyResult() {
    return constructs() ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
  }
}
