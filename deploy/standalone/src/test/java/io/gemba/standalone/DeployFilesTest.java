package io.gemba.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.gemba.jobs.metrics.Measurement;
import io.gemba.message.Json;
import io.gemba.settings.Settings;
import io.gemba.settings.SettingsFile;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deployed by other tools, checked against what the program reads and writes. */
final class DeployFilesTest {
  private static final Path DEPLOY = Path.of(System.getProperty("gemba.root", "../.."), "deploy");

  @TempDir Path folder;

  @Test
  void kubernetesSettings_areReadByTheProgram() throws Exception {
    JsonNode map = documents(DEPLOY.resolve("kubernetes/settings.yaml")).get(0);
    Path file = folder.resolve("settings.yaml");
    Files.writeString(file, map.path("data").path("settings.yaml").asText());

    Settings settings = SettingsFile.read(file, Map.of());

    assertThat(settings.kafka().embedded()).isFalse();
    assertThat(settings.flink().stateBackend()).isEqualTo("rocksdb");
  }

  @Test
  void kubernetesFiles_nameACommandThatExists() throws Exception {
    List<String> commands = new ArrayList<>();
    try (Stream<Path> files = Files.list(DEPLOY.resolve("kubernetes"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        for (JsonNode document : documents(file)) {
          assertThat(document.path("kind").asText()).as("%s", file).isNotEmpty();
          document.findValues("args").forEach(args -> commands.add(args.get(0).asText()));
        }
      }
    }

    assertThat(commands).containsExactlyInAnyOrder("gateway", "planner", "job");
  }

  @Test
  void grafana_asksForMeasurementsAndFieldsThatAreWritten() throws Exception {
    JsonNode board = Json.mapper().readTree(DEPLOY.resolve("grafana/gemba.json").toFile());
    List<String> known = new ArrayList<>();
    for (Measurement measurement : Measurement.values()) {
      known.add(measurement.tableName());
      measurement.fields().forEach(field -> known.add(field.name()));
    }
    List<String> asked = new ArrayList<>();
    Pattern names = Pattern.compile("r\\._(?:measurement|field) == \"(\\w+)\"");
    for (String query : board.findValuesAsText("query")) {
      Matcher matcher = names.matcher(query);
      while (matcher.find()) {
        asked.add(matcher.group(1));
      }
    }

    assertThat(asked).hasSizeGreaterThan(10);
    assertThat(known).containsAll(asked);
  }

  @Test
  void smallSite_ofTheEndToEndTest_hasNoMistake() throws Exception {
    Site site = SiteFile.read(Path.of(getClass().getResource("/small-site.yaml").toURI()));

    assertThat(site.machines()).hasSize(1);
  }

  private static List<JsonNode> documents(Path file) throws Exception {
    YAMLMapper yaml = new YAMLMapper();
    try (MappingIterator<JsonNode> all = yaml.readerFor(JsonNode.class).readValues(file.toFile())) {
      return all.readAll().stream().filter(JsonNode::isObject).toList();
    }
  }
}
