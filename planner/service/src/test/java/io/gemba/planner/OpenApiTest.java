package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.planner.health.Readiness;
import io.gemba.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static PlannerServer server;
  private static JsonNode document;

  @BeforeAll
  static void open() {
    server = PlannerServer.open(new Settings.Web("127.0.0.1", 0), new Readiness());
    document = new Http(server.port()).json("/api/openapi.json");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void document_hasEveryRegisteredRoute_andNoOther() {
    List<String> documented = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    assertThat(documented).containsExactlyInAnyOrderElementsOf(server.routes());
    assertThat(documented).hasSizeGreaterThan(25);
  }

  @Test
  void everyOperation_saysWhatItAnswers() {
    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        assertThat(operation.path("summary").asText()).isNotBlank();
        assertThat(operation.path("responses")).isNotEmpty();
      }
    }
  }

  @Test
  void schemas_areThoseOfTheRecords() {
    JsonNode roster =
        document.at("/paths/~1api~1v1~1roster/get/responses/200/content/application~1json/schema");

    assertThat(roster.at("/properties/gaps/items/properties/short/type").asText())
        .isEqualTo("number");
    assertThat(
            roster
                .at("/properties/people/items/properties/shifts/items/properties/start/format")
                .asText())
        .isEqualTo("date-time");
  }

  @Test
  void writes_askForTheirHeader() {
    JsonNode parameters =
        document.at("/paths/~1api~1v1~1alarms~1{id}~1acknowledge/post/parameters");

    assertThat(parameters.findValuesAsText("name")).containsExactly("id", "X-Gemba");
  }
}
