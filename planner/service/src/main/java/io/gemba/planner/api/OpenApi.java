package io.gemba.planner.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import io.gemba.message.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The OpenAPI 3.1 document, made from the endpoints themselves so that it cannot fall behind. */
public final class OpenApi {
  /** Where it is. */
  public static final String PATH = "/api/openapi.json";

  private static final Pattern PART = Pattern.compile("\\{([^}]+)}");

  private final ObjectNode document = Json.mapper().createObjectNode();
  private final SchemaGenerator schemas;

  private OpenApi() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule())
            .with(Option.INLINE_ALL_SCHEMAS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> {
              if (type.getErasedType() == Instant.class) {
                return text("date-time");
              }
              return type.getErasedType() == LocalDate.class ? text("date") : null;
            });
    this.schemas = new SchemaGenerator(config.build());
  }

  private static CustomDefinition text(String format) {
    ObjectNode schema =
        Json.mapper().createObjectNode().put("type", "string").put("format", format);
    return new CustomDefinition(schema, true);
  }

  /** The endpoint that answers the document of these endpoints, of itself, and of the stream. */
  public static Endpoint endpoint(List<Endpoint> endpoints, String events) {
    Lazy lazy = new Lazy(List.copyOf(endpoints), events);
    return Endpoint.get(
        PATH, "This document", JsonNode.class, request -> Answer.ok(lazy.document()));
  }

  /** Made when it is first asked for: it costs a second that a start need not pay. */
  private static final class Lazy {
    private final List<Endpoint> endpoints;
    private final String events;
    private @Nullable JsonNode document;

    Lazy(List<Endpoint> endpoints, String events) {
      this.endpoints = endpoints;
      this.events = events;
    }

    synchronized JsonNode document() {
      JsonNode known = document;
      if (known == null) {
        known = new OpenApi().build(endpoints, events);
        document = known;
      }
      return known;
    }
  }

  private JsonNode build(List<Endpoint> endpoints, String events) {
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Gemba planner")
        .put("version", "1")
        .put(
            "description",
            "Instants are ISO-8601 in UTC, money is whole cents. Writes need the header X-Gemba.");
    endpoints.forEach(this::add);
    operation("GET", PATH, "This document")
        .putObject("responses")
        .set("200", stream("application/json"));
    ObjectNode responses =
        operation("GET", events, "Server-sent events; Last-Event-ID replays what was missed")
            .putObject("responses");
    responses.set("200", stream("text/event-stream"));
    return document;
  }

  private void add(Endpoint endpoint) {
    ObjectNode operation = operation(endpoint.method(), endpoint.path(), endpoint.summary());
    ArrayNode parameters = operation.putArray("parameters");
    Matcher parts = PART.matcher(endpoint.path());
    while (parts.find()) {
      parameter(parameters, "path", parts.group(1), true, "Id");
    }
    endpoint
        .parameters()
        .forEach(
            one -> parameter(parameters, one.in(), one.name(), one.required(), one.description()));
    if (!endpoint.method().equals("GET")) {
      parameter(parameters, "header", "X-Gemba", true, "Any text; a foreign page cannot send it");
    }
    Class<?> body = endpoint.body();
    if (body != null) {
      operation
          .putObject("requestBody")
          .set("content", content("application/json", schemas.generateSchema(body)));
    }
    ObjectNode responses = operation.putObject("responses");
    ObjectNode good = responses.putObject(Integer.toString(endpoint.status()));
    good.put("description", "Done");
    good.set("content", content(endpoint.mediaType(), schemas.generateSchema(endpoint.answer())));
    ObjectNode bad = responses.putObject("default");
    bad.put("description", "A problem (RFC 9457)");
    bad.set(
        "content",
        content(
            "application/problem+json", schemas.generateSchema(ProblemException.Problem.class)));
  }

  private ObjectNode operation(String method, String path, String summary) {
    return document
        .withObject("/paths")
        .withObjectProperty(path)
        .putObject(method.toLowerCase(Locale.ROOT))
        .put("summary", summary);
  }

  private static void parameter(
      ArrayNode parameters, String in, String name, boolean required, String description) {
    ObjectNode parameter = parameters.addObject();
    parameter.put("in", in).put("name", name).put("required", required);
    parameter.put("description", description);
    parameter.putObject("schema").put("type", "string");
  }

  private static ObjectNode stream(String mediaType) {
    ObjectNode response = Json.mapper().createObjectNode().put("description", "Done");
    response.set("content", content(mediaType, Json.mapper().createObjectNode()));
    return response;
  }

  private static ObjectNode content(String mediaType, JsonNode schema) {
    ObjectNode content = Json.mapper().createObjectNode();
    content.putObject(mediaType).set("schema", schema);
    return content;
  }
}
