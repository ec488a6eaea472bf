package io.gemba.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.gemba.message.Json;
import io.gemba.message.Reading;
import io.gemba.site.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemasTest {
  private static final Path KEPT = Path.of(System.getProperty("gemba.root"), "config", "schema");

  /** Run with -Dgemba.writeSchemas=true to accept a change. */
  @Test
  void all_equalsTheFilesThatAreKept() throws IOException {
    Map<String, ObjectNode> schemas = Schemas.all();

    if (Boolean.getBoolean("gemba.writeSchemas")) {
      for (Map.Entry<String, ObjectNode> schema : schemas.entrySet()) {
        Files.writeString(KEPT.resolve(schema.getKey()), pretty(schema.getValue()));
      }
    }

    for (Map.Entry<String, ObjectNode> schema : schemas.entrySet()) {
      assertThat(KEPT.resolve(schema.getKey()))
          .as("Readers may break. Run mvn -pl config test -Dgemba.writeSchemas=true to accept")
          .hasContent(pretty(schema.getValue()));
    }
  }

  @Test
  void siteSchema_acceptsTheTestSite() throws IOException {
    JsonSchema schema = schema("site.schema.json");

    assertThat(schema.validate(TestSite.yaml(), InputFormat.YAML)).isEmpty();
  }

  @Test
  void siteSchema_refusesUnknownKeyAndWrongType() throws IOException {
    String wrong =
        TestSite.yaml().replace("packSize: 6", "packSize: six").replace("currency:", "curency:");

    assertThat(schema("site.schema.json").validate(wrong, InputFormat.YAML).toString())
        .contains("packSize")
        .contains("curency")
        .contains("currency");
  }

  @Test
  void readingSchema_acceptsWhatIsWritten() throws IOException {
    String json = new String(Json.write(new Reading("a/b", 1, 2.5, 3, 4)), StandardCharsets.UTF_8);

    assertThat(schema("readings.schema.json").validate(json, InputFormat.JSON)).isEmpty();
  }

  private static JsonSchema schema(String name) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(KEPT.resolve(name)));
  }

  private static String pretty(ObjectNode schema) {
    return schema.toPrettyString() + System.lineSeparator();
  }
}
