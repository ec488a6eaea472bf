package io.gemba.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.TestShop;
import io.gemba.settings.SettingsFile;
import java.util.Map;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

final class InventoryMainTest {
  @Test
  void graph_realSourcesAndSinks_namesEveryOperatorForGood() {
    StreamGraph graph =
        InventoryMain.graph(SettingsFile.read(null, Map.of()), TestShop.site()).getStreamGraph();

    assertThat(graph.getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .contains("gemba.forecasts", "gemba.stock", "gemba.orders", "gemba.capacity")
        .contains("inventory-operator")
        .doesNotContainNull();
    assertThat(graph.getJobGraph().getNumberOfVertices()).isPositive();
  }
}
