package io.gemba.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import io.gemba.message.Topic;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.lang.reflect.AnnotatedType;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives JSON Schemas (draft 2020-12) from the records. */
public final class Schemas {
  private Schemas() {}

  /**
   * Every schema of this module.
   *
   * @return file name to schema: {@code site.schema.json}, {@code settings.schema.json} and one per
   *     topic, for example {@code machine-states.schema.json}
   */
  public static Map<String, ObjectNode> all() {
    Map<String, ObjectNode> schemas = new LinkedHashMap<>();
    schemas.put("site.schema.json", generator(Use.WHOLE_FILE).generateSchema(Site.class));
    schemas.put("settings.schema.json", generator(Use.PARTIAL_FILE).generateSchema(Settings.class));
    for (Topic topic : Topic.values()) {
      String name = topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
      schemas.put(name + ".schema.json", generator(Use.MESSAGE).generateSchema(topic.recordType()));
    }
    return schemas;
  }

  /**
   * Messages may gain fields, so theirs are open; files of people are closed to catch typos. A
   * settings file needs only the keys it changes.
   */
  private enum Use {
    MESSAGE,
    WHOLE_FILE,
    PARTIAL_FILE
  }

  private static SchemaGenerator generator(Use use) {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule())
            .with(
                new JakartaValidationModule(
                    JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS,
                    JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED))
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.EXTRA_OPEN_API_FORMAT_VALUES);
    if (use != Use.MESSAGE) {
      builder.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    }
    builder
        .forFields()
        .withRequiredCheck(field -> use != Use.PARTIAL_FILE && isRequired(field))
        .withNullableCheck(Schemas::isNullable)
        .withTargetTypeOverridesResolver(Schemas::asText);
    return new SchemaGenerator(builder.build());
  }

  private static boolean isRequired(FieldScope field) {
    return !isNullable(field) && !field.getType().isInstanceOf(List.class);
  }

  private static boolean isNullable(FieldScope field) {
    AnnotatedType type = field.getRawMember().getAnnotatedType();
    return type.isAnnotationPresent(Nullable.class);
  }

  private static @Nullable List<com.fasterxml.classmate.ResolvedType> asText(FieldScope field) {
    Class<?> type = field.getType().getErasedType();
    return type == ZoneId.class || type == Path.class || type == byte[].class
        ? List.of(field.getContext().resolve(String.class))
        : null;
  }
}
