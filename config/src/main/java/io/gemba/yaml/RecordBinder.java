package io.gemba.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Binds YAML to records by the names of their components, checks the Jakarta Validation annotations
 * on them, and goes on after an error so that one reading finds all of them.
 *
 * <p>A missing list is empty, a missing {@code @Nullable} component is null, anything else missing
 * is an error. Unknown and repeated keys are errors. What could be read is kept in the document,
 * for rules between values.
 */
public final class RecordBinder {
  private final YamlDocument document;

  private RecordBinder(YamlDocument document) {
    this.document = document;
  }

  /**
   * Binds a whole document. Errors are noted in the document.
   *
   * @return null if anything that the record needs is missing or wrong
   */
  public static <T extends Record> @Nullable T bind(YamlDocument document, Class<T> type) {
    Node root = document.root().orElse(null);
    if (root == null) {
      document.problem("(file)", "The file is empty. Fill in the keys " + keys(type) + ".");
      return null;
    }
    return type.cast(new RecordBinder(document).record(root, type, ""));
  }

  private @Nullable Object value(Node node, Type type, String path) {
    document.locate(path, node);
    Object value = read(node, type, path);
    if (value != null) {
      document.keep(path, value);
    }
    return value;
  }

  private @Nullable Object read(Node node, Type type, String path) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return list(node, list.getActualTypeArguments()[0], path);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isRecord()) {
      return record(node, raw, path);
    }
    if (node instanceof ScalarNode scalar) {
      try {
        return Scalars.parse(scalar.getValue().strip(), raw);
      } catch (IllegalArgumentException e) {
        document.problem(path, String.valueOf(e.getMessage()));
        return null;
      }
    }
    document.problem(path, "Expected " + Scalars.expected(raw) + ", found " + shape(node) + ".");
    return null;
  }

  private @Nullable Object list(Node node, Type element, String path) {
    if (!(node instanceof SequenceNode sequence)) {
      document.problem(path, "Expected a list, found " + shape(node) + ". Start lines with '- '.");
      return null;
    }
    List<Object> values = new ArrayList<>();
    boolean whole = true;
    for (int i = 0; i < sequence.getValue().size(); i++) {
      Object value = value(sequence.getValue().get(i), element, path + "[" + i + "]");
      whole &= value != null;
      if (value != null) {
        values.add(value);
      }
    }
    return whole ? values : null;
  }

  private @Nullable Object record(Node node, Class<?> type, String path) {
    if (!(node instanceof MappingNode mapping)) {
      document.problem(
          path.isEmpty() ? "(file)" : path,
          "Expected the keys " + keys(type) + ", found " + shape(node) + ".");
      return null;
    }
    Map<String, Node> given = entries(mapping, type, path);
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    boolean whole = true;
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      String at = path.isEmpty() ? component.getName() : path + "." + component.getName();
      Node child = given.get(component.getName());
      if (child == null || isNull(child)) {
        values[i] = absent(component);
        if (values[i] == null && !isNullable(component)) {
          document.problem(at, "This key is missing. Give " + expected(component) + ".");
          whole = false;
        }
        continue;
      }
      values[i] = value(child, component.getGenericType(), at);
      whole &= values[i] != null && Constraints.check(document, component, values[i], at);
    }
    return whole ? create(type, values, path) : null;
  }

  private Map<String, Node> entries(MappingNode mapping, Class<?> type, String path) {
    Map<String, Node> given = new LinkedHashMap<>();
    List<String> known =
        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      String at = path.isEmpty() ? key : path + "." + key;
      document.locate(at, tuple.getKeyNode());
      if (!known.contains(key)) {
        document.problem(at, "'" + key + "' is not known here." + Suggestion.among(key, known));
      } else if (given.put(key, tuple.getValueNode()) != null) {
        document.problem(at, "'" + key + "' is given twice. Remove one.");
      }
    }
    return given;
  }

  private @Nullable Object create(Class<?> type, @Nullable Object[] values, String path) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      document.problem(path, String.valueOf(cause.getMessage()));
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Record " + type.getName() + " cannot be built", e);
    }
  }

  private static @Nullable Object absent(RecordComponent component) {
    return component.getType() == List.class ? List.of() : null;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("null")
            || scalar.getValue().equals("~"));
  }

  private static String expected(RecordComponent component) {
    return component.getType().isRecord()
        ? "the keys " + keys(component.getType())
        : Scalars.expected(component.getType());
  }

  private static String keys(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }

  private static String shape(Node node) {
    if (node instanceof ScalarNode scalar) {
      return "'" + scalar.getValue() + "'";
    }
    return node instanceof SequenceNode ? "a list" : "keys";
  }
}
