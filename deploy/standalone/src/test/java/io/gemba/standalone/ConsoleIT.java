package io.gemba.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three pages of the demo in a real browser. Screenshots lie under target/screenshots. */
final class ConsoleIT {
  private static final Path CHROMIUM =
      Path.of(System.getProperty("gemba.chromium", "/usr/bin/chromium"));
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final String SPARKPLUG_GROUP = "Venlo works";
  private static final Pattern TWENTY_READINGS = Pattern.compile("M[^L]+(L[^L]+){20,}");
  private static final Pattern PRICED = Pattern.compile("€.*Sunday|Sunday.*€");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final double PATIENCE_MILLIS = LONG.toMillis();

  @TempDir static Path data;

  private static ChildGemba gemba;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM), "no browser at " + CHROMIUM + "; set gemba.chromium");
    Path settings =
        Files.writeString(
            data.resolve("settings.yaml"), "gateway: {sparkplugGroups: [" + SPARKPLUG_GROUP + "]}");
    gemba =
        ChildGemba.launch(
                data.resolve("gemba"),
                Map.of("GEMBA_SIMULATION_HISTORY_DAYS", "42"),
                "up",
                "--settings",
                settings.toString())
            .awaitUp();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void stop() throws Exception {
    if (playwright != null) {
      playwright.close();
    }
    if (gemba != null) {
      gemba.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
    page.setDefaultTimeout(PATIENCE_MILLIS);
    String host = URI.create(gemba.address("web")).getAuthority();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text() + " at " + message.location());
          }
        });
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            complaints.add(response.status() + " of " + response.url());
          }
        });
    page.onPageError(error -> complaints.add("thrown: " + error));
    page.onRequest(
        request -> {
          URI uri = URI.create(request.url());
          boolean inPage = "data".equals(uri.getScheme()) || "blob".equals(uri.getScheme());
          if (!inPage && !host.equals(uri.getAuthority())) {
            complaints.add("request to " + request.url());
          }
        });
  }

  @AfterEach
  void complainsOfNothing() {
    page.close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void sensors_liveValue_changesWithoutReload() throws Exception {
    page.navigate(gemba.address("web") + "/sensors?sel=cooker-1");
    Locator value = page.getByTestId("sensor-value").first();
    assertThat(value).not().hasText("–", patient());
    String before = value.innerText();

    assertThat(value).not().hasText(before, patient());

    Locator line = page.getByTestId("sensor-chart").first().locator("path.ink");
    assertThat(line).hasAttribute("d", TWENTY_READINGS, drawn());
    assertThat(page.getByTestId("oee-row").first()).isVisible(visible());
    shoot("sensors");
  }

  @Test
  void controlCharts_showPoints_andLeadToTheirSensor() throws Exception {
    page.navigate(gemba.address("web") + "/sensors");
    page.getByTestId("view-charts").click();
    Locator chart = page.locator("[data-subject='filler-1/product-temperature']");
    assertThat(chart).containsText("Product temperature", contains());
    assertThat(chart).containsText("°C");
    shoot("control-charts");

    chart.click();

    assertThat(page.getByTestId("sensor-chart").first()).isVisible(visible());
    assertThat(page).hasURL(Pattern.compile(".*product-temperature.*"));
  }

  @Test
  void sensorThatTheSiteFileDoesNotName_isListedToAdopt() throws Exception {
    try (Device device = new Device(gemba.address("mqtt"), "gemba/venlo/oven-9/heat")) {
      device.send(61.5, System.currentTimeMillis(), 1);
    }
    page.navigate(gemba.address("web") + "/sensors");

    page.getByTestId("view-devices").click();

    Locator adoption = page.locator("[data-testid='adoption'][data-machine='oven-9']");
    assertThat(adoption).containsText("- {id: heat, name: \"heat\"", contains());
    shoot("devices");
  }

  @Test
  void sparkplugDevice_isListedOnlineWithWhereItIsFrom() throws Exception {
    try (SparkplugNode node = new SparkplugNode(gemba.address("mqtt"), SPARKPLUG_GROUP, "hall-2")) {
      node.born("labeller-3", "Glue temperature", 158.5, System.currentTimeMillis());
      page.navigate(gemba.address("web") + "/sensors");

      page.getByTestId("view-devices").click();

      Locator row =
          page.getByTestId("device").filter(new Locator.FilterOptions().setHasText("labeller-3"));
      assertThat(row).containsText(SPARKPLUG_GROUP + "/hall-2", contains());
      assertThat(row).containsText("Online", contains());
      shoot("sparkplug-device");
    }
  }

  @Test
  void wornPart_isPricedAgainstSunday_andItsLifeBeginsAnewWhenReplaced() throws Exception {
    page.navigate(gemba.address("web") + "/sensors?sel=compressor-1");
    Locator advice = page.getByTestId("wear-advice");
    assertThat(advice).containsText(PRICED, contains());
    assertThat(page.getByTestId("failure-mode").first())
        .containsText("Bearing vibration", contains());
    shoot("wear-part");

    page.getByTestId("wear-part").getByText("Replaced…").click();
    page.getByTestId("replaced-button").click();

    assertThat(advice).containsText("Nothing is told of the bearing yet", contains());
  }

  @Test
  void schedules_planAndPublish_bringANewVersion() throws Exception {
    planned("/api/v1/roster");
    page.navigate(gemba.address("web") + "/schedules");
    assertThat(page.getByTestId("roster-bar").first()).isVisible(visible());
    int before = version("/api/v1/roster");

    planAndPublish();

    Await.until("a new version", LONG, () -> version("/api/v1/roster"), now -> now > before);
    assertThat(page.getByTestId("message")).containsText("Published", contains());
    assertThat(page.getByTestId("replenishment-row").first()).isVisible(visible());
    assertThat(page.getByTestId("cost-strip")).containsText("€", contains());
    shoot("schedules");
  }

  @Test
  void allThatIsDueFromASource_isOrderedOnceItsPriceIsConfirmed() throws Exception {
    page.navigate(gemba.address("web") + "/schedules");
    Locator any = page.getByTestId("due-row").last();
    assertThat(any).isVisible(visible());
    String source = any.getAttribute("data-id");
    Locator row = page.locator("[data-testid='due-row'][data-id='" + source + "']");

    row.getByTestId("due-button").click();
    assertThat(row).containsText("Order", contains());
    shoot("due-orders");
    row.getByTestId("due-confirm").click();

    assertThat(page.getByTestId("message"))
        .containsText(Pattern.compile("Ordered [0-9,]+ proposals? from "), contains());
  }

  @Test
  void demand_isSaidByKeyboard_andTakenBack() throws Exception {
    page.navigate(gemba.address("web") + "/schedules");
    assertThat(page.getByTestId("overrides")).containsText("The forecast counts", contains());
    JsonNode site = gemba.get("/api/v1/site");

    page.keyboard().press("o");
    page.keyboard().type(site.at("/items/0/name").asText());
    page.getByTestId("override-amount").fill("40");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("override-place-wrong")).containsText("place is missing");
    assertThat(page.getByTestId("override-reason-wrong")).containsText("reason is missing");
    // the browser tells of the refusal that was asked for
    complaints.removeIf(each -> each.contains("422") && each.contains("forecast-overrides"));
    page.getByTestId("override-place").fill(site.at("/places/0/id").asText());
    page.getByTestId("override-reason").fill("Street fair.");
    page.keyboard().press("Enter");

    Locator row = page.getByTestId("override-row");
    assertThat(row).containsText("40 a day", contains());
    shoot("overrides");
    row.getByTestId("withdraw-button").click();
    assertThat(page.getByTestId("overrides")).containsText("The forecast counts", contains());
  }

  @Test
  void routes_planAndPublish_bringANewVersion() throws Exception {
    planned("/api/v1/routes");
    page.navigate(gemba.address("web") + "/routes");
    assertThat(page.getByTestId("van-row").first()).isVisible(visible());
    int before = version("/api/v1/routes");

    planAndPublish();

    Await.until("a new version", LONG, () -> version("/api/v1/routes"), now -> now > before);
    shoot("routes");
  }

  private void planAndPublish() {
    page.getByTestId("plan-button").click();
    Locator publish = page.getByTestId("publish-button");
    assertThat(publish)
        .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(PATIENCE_MILLIS));
    publish.click();
  }

  private static void planned(String path) throws InterruptedException {
    Await.until("a first plan at " + path, LONG, () -> version(path), version -> version > 0);
  }

  private static int version(String path) throws Exception {
    JsonNode published = gemba.get(path).path("published");
    return published.path("version").asInt();
  }

  private void shoot(String name) throws Exception {
    Files.createDirectories(SCREENSHOTS);
    Path file = SCREENSHOTS.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(file).isNotEmptyFile();
  }

  private static LocatorAssertions.HasTextOptions patient() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS);
  }

  private static LocatorAssertions.HasAttributeOptions drawn() {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS);
  }

  private static LocatorAssertions.IsVisibleOptions visible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
  }

  private static LocatorAssertions.ContainsTextOptions contains() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
  }
}
