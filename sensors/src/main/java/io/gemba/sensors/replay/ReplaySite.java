package io.gemba.sensors.replay;

import io.gemba.message.Json;
import io.gemba.sensors.simulation.DemoSite;
import io.gemba.site.Machine;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Writes a site file for data that has none. With demand: its stores and items with a warehouse,
 * staff and vans that fit its volume. With sensors only: the demo site and the data's machines.
 * What the data does not say is made up and marked as such in the file's head.
 */
public final class ReplaySite {
  private static final String HEAD =
      """
      # Written for a replay. From the data: stores, items, prices, machines, sensors and their ranges.
      # Made up: places on the map, costs (70 % of the price), packs, lead times, people, vans, labour.
      """;

  private ReplaySite() {}

  /**
   * Makes a site from the data.
   *
   * @param demand folder of M5-format files; null for none
   * @param sensors CSV file or folder of such; null for none
   * @param watch told of rows that cannot be used
   * @throws IOException when the data cannot be read
   * @throws IllegalArgumentException if both are null
   */
  public static Site of(@Nullable Path demand, @Nullable Path sensors, ReplayWatch watch)
      throws IOException {
    if (demand == null && sensors == null) {
      throw new IllegalArgumentException("Name a folder of demand, of sensors, or of both.");
    }
    Site site = demand == null ? demo() : DemandSite.of(demand, watch);
    return sensors == null ? site : withMachines(site, SensorSite.machines(sensors, watch));
  }

  /**
   * Writes a site as a file that {@link SiteFile} reads; a file that is there is replaced.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(Site site, Path file) throws IOException {
    Object tree = Json.mapper().convertValue(site, Object.class);
    DumpSettings style = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.AUTO).build();
    String yaml = new Dump(style).dumpToString(tree);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, HEAD + yaml, StandardCharsets.UTF_8);
  }

  private static Site demo() throws IOException {
    Path file = Files.createTempFile("demo-site", ".yaml");
    try {
      return SiteFile.read(DemoSite.copyTo(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Site withMachines(Site site, List<Machine> machines) {
    List<Machine> all = new ArrayList<>(site.machines());
    all.addAll(machines);
    return site.withMachines(all);
  }
}
