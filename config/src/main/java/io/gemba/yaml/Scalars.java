package io.gemba.yaml;

import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads single values; each failure names the value and what was expected. */
final class Scalars {
  private record Kind(String expected, Function<String, Object> parser) {}

  private static final Map<Class<?>, Kind> KINDS =
      Map.ofEntries(
          Map.entry(String.class, new Kind("a text", text -> text)),
          Map.entry(int.class, new Kind("a whole number", Integer::valueOf)),
          Map.entry(long.class, new Kind("a whole number", Long::valueOf)),
          Map.entry(double.class, new Kind("a number", Scalars::number)),
          Map.entry(boolean.class, new Kind("true or false", Scalars::truth)),
          Map.entry(LocalTime.class, new Kind("a time such as 06:30", LocalTime::parse)),
          Map.entry(LocalDate.class, new Kind("a day such as 2026-10-13", LocalDate::parse)),
          Map.entry(ZoneId.class, new Kind("a zone such as Europe/Amsterdam", ZoneId::of)),
          Map.entry(Path.class, new Kind("a path", Path::of)));

  private Scalars() {}

  static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + String.join(", ", names(type));
    }
    return type == List.class ? "a list" : kind(type).expected();
  }

  /**
   * @throws IllegalArgumentException with a message for the user
   */
  static Object parse(String text, Class<?> type) {
    if (type.isEnum()) {
      return constant(text, type);
    }
    try {
      return kind(type).parser().apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is not " + kind(type).expected() + ".", e);
    }
  }

  private static Kind kind(Class<?> type) {
    // optional numbers are boxed
    Kind kind = KINDS.get(MethodType.methodType(type).unwrap().returnType());
    if (kind == null) {
      throw new IllegalStateException("No way to read a " + type.getName() + " from YAML");
    }
    return kind;
  }

  private static Object constant(String text, Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.toString().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not one of %s.%s"
                        .formatted(
                            text,
                            String.join(", ", names(type)),
                            Suggestion.among(text.toUpperCase(Locale.ROOT), names(type)))));
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
  }

  private static Object number(String text) {
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
