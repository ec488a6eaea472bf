package io.gemba.jobs.production;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Bottleneck;
import io.gemba.message.CapacityLoss;
import io.gemba.message.ControlChart;
import io.gemba.message.DeadLetter;
import io.gemba.message.Episode;
import io.gemba.message.MachineState;
import io.gemba.message.ProductionWindow;
import io.gemba.sensors.production.HourClock;
import io.gemba.sensors.production.MachineSite;
import io.gemba.sensors.production.MachineSpec;
import io.gemba.site.Line;
import io.gemba.site.Site;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * States and alarms in, windows, losses, bottlenecks and scrap charts out. The graph is built here
 * and nowhere else.
 */
public final class ProductionJob {
  private ProductionJob() {}

  /**
   * What the job reads.
   *
   * @param states of all machines
   * @param episodes of all sensors
   */
  public record Inputs(DataStream<MachineState> states, DataStream<Episode> episodes) {}

  /**
   * Where the job writes.
   *
   * @param windows production windows
   * @param losses capacity losses
   * @param bottlenecks of the lines
   * @param charts of the machines' scrap
   * @param unusable states of unknown machines, from the future, or too late
   */
  public record Outputs(
      Sink<ProductionWindow> windows,
      Sink<CapacityLoss> losses,
      Sink<Bottleneck> bottlenecks,
      Sink<ControlChart> charts,
      Sink<DeadLetter> unusable) {}

  /** Adds the job to the environment of its inputs. */
  public static void build(Inputs inputs, Site site, Outputs outputs) {
    SingleOutputStreamOperator<ProductionWindow> windows =
        inputs
            .states()
            .keyBy(MachineState::machine, Types.STRING)
            .connect(inputs.episodes().keyBy(Episode::machine, Types.STRING))
            .process(
                new MachineOperator(machineSites(site)), MessageTypes.of(ProductionWindow.class))
            .name("watch machines")
            .uid("machine-operator");
    windows.sinkTo(outputs.windows()).name("production").uid("production");
    windows
        .getSideOutput(MachineOperator.LOSSES)
        .keyBy(CapacityLoss::line, Types.STRING)
        .process(new LineLossOperator(unitsPerHour(site)), MessageTypes.of(CapacityLoss.class))
        .name("share losses of lines")
        .uid("line-loss-operator")
        .sinkTo(outputs.losses())
        .name("capacity")
        .uid("capacity");
    windows
        .getSideOutput(MachineOperator.UNUSABLE)
        .sinkTo(outputs.unusable())
        .name("unusable states")
        .uid("unusable");
    windows
        .keyBy(ProductionWindow::machine, Types.STRING)
        .process(new ScrapOperator(), MessageTypes.of(ControlChart.class))
        .name("chart scrap")
        .uid("scrap-operator")
        .sinkTo(outputs.charts())
        .name("control charts")
        .uid("control-charts");
    inputs
        .states()
        .keyBy(new LineOfMachine(site), Types.STRING)
        .process(new LineOperator(HourClock.of(site)), MessageTypes.of(Bottleneck.class))
        .name("find bottlenecks")
        .uid("line-operator")
        .sinkTo(outputs.bottlenecks())
        .name("bottlenecks")
        .uid("bottlenecks");
  }

  private static Map<String, Double> unitsPerHour(Site site) {
    return site.lines().stream().collect(Collectors.toMap(Line::id, Line::unitsPerHour));
  }

  private static Map<String, MachineSite> machineSites(Site site) {
    HourClock clock = HourClock.of(site);
    return MachineSpec.of(site).values().stream()
        .collect(Collectors.toMap(MachineSpec::machine, spec -> new MachineSite(spec, clock)));
  }
}
