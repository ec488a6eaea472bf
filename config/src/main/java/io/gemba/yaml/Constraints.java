package io.gemba.yaml;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the Jakarta Validation annotations that the records of this module use. */
final class Constraints {
  private Constraints() {}

  /** Notes every broken constraint of a component; true if none is broken. */
  static boolean check(
      YamlDocument document, RecordComponent component, Object value, String path) {
    boolean whole = true;
    for (Annotation annotation : component.getAccessor().getAnnotations()) {
      String broken = broken(annotation, value);
      if (broken != null) {
        document.problem(path, broken);
        whole = false;
      }
    }
    return whole;
  }

  private static @Nullable String broken(Annotation annotation, Object value) {
    if (annotation instanceof NotBlank) {
      return value.toString().isBlank() ? "This is blank. Give a text." : null;
    }
    if (annotation instanceof NotEmpty) {
      return ((List<?>) value).isEmpty() ? "This list is empty. Give at least one." : null;
    }
    if (annotation instanceof Pattern pattern) {
      return value.toString().matches(pattern.regexp())
          ? null
          : "'" + value + "' " + pattern.message();
    }
    return value instanceof Number number ? brokenNumber(annotation, number) : null;
  }

  private static @Nullable String brokenNumber(Annotation annotation, Number number) {
    double value = number.doubleValue();
    if (annotation instanceof Positive && value <= 0) {
      return number + " must be above 0.";
    }
    if (annotation instanceof PositiveOrZero && value < 0) {
      return number + " must not be negative.";
    }
    if (annotation instanceof DecimalMin least && value < Double.parseDouble(least.value())) {
      return number + " must be at least " + least.value() + ".";
    }
    if (annotation instanceof DecimalMax most && value > Double.parseDouble(most.value())) {
      return number + " must be at most " + most.value() + ".";
    }
    return null;
  }
}
