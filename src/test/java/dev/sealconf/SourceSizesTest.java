package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Keeps files, methods and packages small enough to be read in one go. */
class SourceSizesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");
  private static final Path BUILD = Path.of("src/build");

  @Test
  void filesHaveAtMost300Lines() throws IOException {
    List<String> longer = new ArrayList<>();
    for (Path file : sources(MAIN, TEST, BUILD)) {
      int lines = Files.readAllLines(file).size();
      if (lines > 300) {
        longer.add(file + " has " + lines + " lines");
      }
    }
    assertThat(longer).isEmpty();
  }

  @Test
  void methodsHaveAtMost45Lines() throws IOException {
    assertThat(methodsLongerThan(45, MAIN)).isEmpty();
  }

  @Test
  void testMethodsHaveAtMost40Lines() throws IOException {
    assertThat(methodsLongerThan(40, TEST)).isEmpty();
  }

  @Test
  void packagesHaveAtMost20Files() throws IOException {
    Map<Path, Long> sizes =
        sources(MAIN).stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    assertThat(sizes).allSatisfy((folder, files) -> assertThat(files).isLessThanOrEqualTo(20));
  }

  private static List<Path> sources(Path... roots) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(f -> f.toString().endsWith(".java")).forEach(all::add);
      }
    }
    assertThat(all).as("source files").isNotEmpty();
    return all;
  }

  private static List<String> methodsLongerThan(int limit, Path root) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> longer = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources(root)));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodLengths(unit, positions, limit, longer).scan(unit, null);
      }
    }
    return longer;
  }

  private static final class MethodLengths extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final int limit;
    private final List<String> longer;

    MethodLengths(
        CompilationUnitTree unit, SourcePositions positions, int limit, List<String> longer) {
      this.unit = unit;
      this.positions = positions;
      this.limit = limit;
      this.longer = longer;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      long lines = 1 + line(positions.getEndPosition(unit, method)) - line(start(method));
      if (lines > limit) {
        longer.add(
            unit.getSourceFile().getName() + ": " + method.getName() + " has " + lines + " lines");
      }
      return super.visitMethod(method, nothing);
    }

    private long start(MethodTree method) {
      return positions.getStartPosition(unit, method);
    }

    private long line(long position) {
      return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
    }
  }
}
