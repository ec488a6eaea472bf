package io.gemba.maintenance;

import io.gemba.forecast.learn.TreeEnsemble;
import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells the remaining life from the trend of the sensors: boosted trees in plain Java, and an
 * interval from the errors on units the trees had not seen, by how long the life was told to be
 * (split conformal, Lei and others, JASA 2018). Immutable, thread safe.
 *
 * @param sensors names, in the order of rows
 * @param used places of the sensors that say something
 * @param healthyDeviations how much each used sensor varies while machines are new
 * @param trees of the features of {@link ConditionTrend}
 * @param cap longest life that is told, cycles
 * @param errors for each tenth of the cap the 10 % and the 90 % point of true less told life
 */
@SuppressWarnings("ArrayRecordComponent") // read only in here
public record LifeModel(
    List<String> sensors,
    int[] used,
    double[] healthyDeviations,
    TreeEnsemble trees,
    double cap,
    double[][] errors) {
  static final int BINS = 10;

  private static final int MAGIC = 0x4c494645;
  private static final int LAYOUT = 1;
  private static final double MOVED = 4;

  /** Copies the names. */
  public LifeModel {
    sensors = List.copyOf(sensors);
  }

  /** A machine whose life begins. */
  public ConditionTrend begin() {
    return new ConditionTrend(used.length);
  }

  /** Reads a model from its bytes; see {@link #read}. */
  public static LifeModel of(byte[] bytes) throws IOException {
    return read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /** The values of a row that the model uses. */
  public double[] used(double[] row) {
    double[] values = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      values[i] = row[used[i]];
    }
    return values;
  }

  /** The remaining life of a machine with this trend. */
  public RemainingLife tell(ConditionTrend trend) {
    double told = told(trees, trend, cap);
    double[] error = errors[bin(told, cap)];
    return new RemainingLife(
        told,
        Math.min(told, Math.max(0, told + error[0])),
        Math.max(told, told + error[1]),
        moved(trend));
  }

  static double told(TreeEnsemble trees, ConditionTrend trend, double cap) {
    return Math.max(0, Math.min(cap, trees.margin(trend.features())));
  }

  static int bin(double told, double cap) {
    return Math.min(BINS - 1, (int) (told / cap * BINS));
  }

  private List<RemainingLife.Moved> moved(ConditionTrend trend) {
    List<RemainingLife.Moved> moved = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      double deviations = trend.drift(i) / healthyDeviations[i];
      if (Math.abs(deviations) >= MOVED) {
        moved.add(new RemainingLife.Moved(sensors.get(used[i]), deviations));
      }
    }
    moved.sort(Comparator.comparingDouble(one -> -Math.abs(one.deviations())));
    return moved;
  }

  /** Writes the model. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(LAYOUT);
    out.writeInt(sensors.size());
    for (String sensor : sensors) {
      out.writeUTF(sensor);
    }
    out.writeInt(used.length);
    for (int i = 0; i < used.length; i++) {
      out.writeInt(used[i]);
      out.writeDouble(healthyDeviations[i]);
    }
    trees.write(out);
    out.writeDouble(cap);
    for (double[] error : errors) {
      out.writeDouble(error[0]);
      out.writeDouble(error[1]);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is no model, or of a version that is not known
   */
  public static LifeModel read(DataInput in) throws IOException {
    if (in.readInt() != MAGIC || in.readInt() != LAYOUT) {
      throw new IOException("This is no model of remaining life that this version can read.");
    }
    List<String> sensors = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      sensors.add(in.readUTF());
    }
    int[] used = new int[in.readInt()];
    double[] deviations = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      used[i] = in.readInt();
      deviations[i] = in.readDouble();
    }
    TreeEnsemble trees = TreeEnsemble.read(in);
    double cap = in.readDouble();
    double[][] errors = new double[BINS][2];
    for (double[] error : errors) {
      error[0] = in.readDouble();
      error[1] = in.readDouble();
    }
    return new LifeModel(sensors, used, deviations, trees, cap, errors);
  }
}
