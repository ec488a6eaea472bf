package io.gemba.jobs.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.TestShop;
import io.gemba.settings.SettingsFile;
import java.util.Map;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

final class DemandMainTest {
  @Test
  void graph_realSourcesAndSinks_namesEveryOperatorForGood() {
    StreamGraph graph =
        DemandMain.graph(SettingsFile.read(null, Map.of()), TestShop.site()).getStreamGraph();

    assertThat(graph.getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .contains("gemba.demand", "demand-operator", "workload-operator")
        .doesNotContainNull();
    assertThat(graph.getJobGraph().getNumberOfVertices()).isPositive();
  }
}
