package io.gemba.planner.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.gemba.planner.timeseries.TimeSeriesReader.Bucket;
import io.gemba.planner.timeseries.TimeSeriesReader.DayError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ReadersTest {
  private static final Instant FROM = Instant.parse("2026-11-23T06:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-23T07:00:00Z");

  @Test
  void questDb_isAskedBySql_withQuotesDoubled() {
    assertThat(QuestDbReader.sql("m/o'clock", FROM, TO, 600))
        .isEqualTo(
            "select timestamp, min(value), max(value), avg(value) from readings"
                + " where sensor = 'm/o''clock' and timestamp >= '2026-11-23T06:00:00Z'"
                + " and timestamp < '2026-11-23T07:00:00Z' sample by 6s align to calendar");
  }

  @Test
  void questDb_answersRows() throws IOException {
    AtomicReference<String> asked = new AtomicReference<>("");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/exec",
        exchange -> {
          asked.set(exchange.getRequestURI().getQuery());
          byte[] body =
              "{\"dataset\":[[\"2026-11-23T06:00:00.000000Z\",1.0,3.5,2.0]],\"count\":1}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      List<Bucket> buckets =
          new QuestDbReader("http://127.0.0.1:" + server.getAddress().getPort() + "/")
              .read("filler/vibration", FROM, TO, 10);

      assertThat(buckets).containsExactly(new Bucket(FROM.toEpochMilli(), 1.0, 3.5, 2.0));
      assertThat(asked.get()).contains("sample+by+360s");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void flux_asksForThreeAggregates_withQuotesEscaped() {
    String flux = FluxReader.flux("gemba", "m/\"s", FROM, TO, 60);

    assertThat(flux).contains("r.sensor == \"m/\\\"s\"").contains("every: 60s");
    assertThat(flux.lines()).hasSize(4);
  }

  @Test
  void flux_answersAnnotatedCsv() {
    String csv =
        """
        #group,false,false,true
        ,result,table,_time,_value

        ,min,0,2026-11-23T06:00:00Z,1
        ,max,0,2026-11-23T06:00:00Z,3
        ,mean,0,2026-11-23T06:00:00Z,2
        """;

    assertThat(FluxReader.parse(csv)).containsExactly(new Bucket(FROM.toEpochMilli(), 1, 3, 2));
  }

  @Test
  void overriddenDays_areReadFromBothStores() {
    DayError day = new DayError("soup", "north", FROM.toEpochMilli(), 30, 40, 20.5);

    assertThat(QuestDbReader.overriddenSql(FROM, TO))
        .contains("from forecast_errors")
        .contains("timestamp >= '2026-11-23T06:00:00Z' and timestamp < '2026-11-23T07:00:00Z'")
        .contains("forecast != model");
    assertThat(
            QuestDbReader.parseDays(
                "{\"dataset\":[[\"soup\",\"north\",\"2026-11-23T06:00:00.000000Z\","
                    + "30.0,40.0,20.5]]}"))
        .containsExactly(day);
    assertThat(FluxReader.overriddenFlux("gemba", FROM, TO))
        .contains("r._measurement == \"forecast_errors\"")
        .contains("pivot(");
    assertThat(
            FluxReader.parseDays(
                """
                ,result,table,_time,item,place,actual,error,forecast,model,model_error
                ,,0,2026-11-23T06:00:00Z,soup,north,30,10,40,20.5,-9.5
                """))
        .containsExactly(day);
  }
}
