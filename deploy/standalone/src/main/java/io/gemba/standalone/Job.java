package io.gemba.standalone;

import io.gemba.jobs.anomaly.AnomalyMain;
import io.gemba.jobs.demand.DemandMain;
import io.gemba.jobs.inventory.InventoryMain;
import io.gemba.jobs.metrics.MetricsMain;
import io.gemba.jobs.production.ProductionMain;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.util.Locale;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The streaming jobs. */
public enum Job {
  ANOMALY,
  PRODUCTION,
  DEMAND,
  INVENTORY,
  METRICS;

  /** The name, as in {@code gemba job NAME} and in the folder of its checkpoints. */
  public String jobName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Builds the graph with its real sources and sinks; nothing runs yet. */
  public StreamExecutionEnvironment graph(Settings settings, Site site) {
    return switch (this) {
      case ANOMALY -> AnomalyMain.graph(settings, site);
      case PRODUCTION -> ProductionMain.graph(settings, site);
      case DEMAND -> DemandMain.graph(settings, site);
      case INVENTORY -> InventoryMain.graph(settings, site);
      case METRICS -> MetricsMain.graph(settings, site);
    };
  }
}
