package io.gemba.forecast.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Boosted regression trees in plain Java: the margin of a row is the sum of one leaf a tree.
 *
 * <p>The days of one series differ in few features only. So a tree is walked once with the set of
 * all days, a bit mask; a split on a feature of the origin sends the whole set one way, and only a
 * split on a feature of the day divides it. That visits a tenth of the nodes that a walk a day
 * would.
 *
 * <p>Layout: nodes of all trees in one row; the right child follows the left; a leaf has feature -1
 * and its value in place of the threshold. Immutable, thread safe.
 */
public final class TreeEnsemble {
  private static final int LEAF = -1;
  private static final int DEEPEST = 64;

  private final int originFeatures;
  private final int features;
  private final int[] roots;
  private final short[] feature;
  private final float[] threshold;
  private final int[] left;
  private final double base;

  TreeEnsemble(
      int originFeatures,
      int features,
      int[] roots,
      short[] feature,
      float[] threshold,
      int[] left,
      double base) {
    this.originFeatures = originFeatures;
    this.features = features;
    this.roots = roots;
    this.feature = feature;
    this.threshold = threshold;
    this.left = left;
    this.base = base;
  }

  /** A node as a trainer gives it; children are positions in the tree's list. */
  public record Node(int feature, float threshold, int left, int right) {
    /** A leaf. */
    public static Node leaf(float value) {
      return new Node(LEAF, value, 0, 0);
    }
  }

  /**
   * Lays trees out.
   *
   * @param trees each with its root first; a split goes left below its threshold
   * @param originFeatures features with a lower number are the same on all days of a series
   * @param base added to every margin
   */
  public static TreeEnsemble of(
      List<List<Node>> trees, int originFeatures, int features, double base) {
    int size = trees.stream().mapToInt(List::size).sum();
    TreeEnsemble made =
        new TreeEnsemble(
            originFeatures,
            features,
            new int[trees.size()],
            new short[size],
            new float[size],
            new int[size],
            base);
    int next = 0;
    for (int tree = 0; tree < trees.size(); tree++) {
      made.roots[tree] = next;
      next = made.lay(trees.get(tree), next);
    }
    return made;
  }

  private int lay(List<Node> tree, int root) {
    int[] places = new int[tree.size()];
    int[] queue = new int[tree.size()];
    int head = 0;
    int tail = 1;
    int next = root + 1;
    places[0] = root;
    while (head < tail) {
      int at = queue[head++];
      Node node = tree.get(at);
      int place = places[at];
      feature[place] = (short) node.feature;
      threshold[place] = node.threshold;
      if (node.feature != LEAF) {
        if (node.feature < 0 || node.feature >= features) {
          throw new IllegalArgumentException(
              "Feature %d is not among %d.".formatted(node.feature, features));
        }
        left[place] = next;
        places[node.left] = next;
        places[node.right] = next + 1;
        next += 2;
        queue[tail++] = node.left;
        queue[tail++] = node.right;
      }
    }
    return next;
  }

  /** Trees. */
  public int trees() {
    return roots.length;
  }

  /** Features a row has. */
  public int features() {
    return features;
  }

  /** The margin of one row. */
  public double margin(float[] row) {
    double sum = base;
    for (int root : roots) {
      int node = root;
      while (feature[node] != LEAF) {
        node = left[node] + (row[feature[node]] < threshold[node] ? 0 : 1);
      }
      sum += threshold[node];
    }
    return sum;
  }

  /**
   * The margins of all days of a series.
   *
   * @param origin features that all days share
   * @param days features of the days: {@code days[feature - originFeatures][day]}, at most 32 days
   * @param margins filled, one a day
   */
  public void margins(float[] origin, float[][] days, double[] margins) {
    int count = margins.length;
    Arrays.fill(margins, base);
    int all = count == 32 ? -1 : (1 << count) - 1;
    int[] nodes = new int[DEEPEST];
    int[] sets = new int[DEEPEST];
    for (int root : roots) {
      int depth = 0;
      nodes[0] = root;
      sets[0] = all;
      while (depth >= 0) {
        int node = nodes[depth];
        int set = sets[depth];
        depth--;
        int split = feature[node];
        while (split != LEAF) {
          if (split < originFeatures) {
            node = left[node] + (origin[split] < threshold[node] ? 0 : 1);
          } else {
            int below = below(days[split - originFeatures], threshold[node], set);
            if (below == set) {
              node = left[node];
            } else if (below == 0) {
              node = left[node] + 1;
            } else {
              depth++;
              nodes[depth] = left[node] + 1;
              sets[depth] = set & ~below;
              node = left[node];
              set = below;
            }
          }
          split = feature[node];
        }
        double value = threshold[node];
        for (int rest = set; rest != 0; rest &= rest - 1) {
          margins[Integer.numberOfTrailingZeros(rest)] += value;
        }
      }
    }
  }

  private static int below(float[] values, float threshold, int set) {
    int below = 0;
    for (int rest = set; rest != 0; rest &= rest - 1) {
      int day = Integer.numberOfTrailingZeros(rest);
      below |= values[day] < threshold ? 1 << day : 0;
    }
    return below;
  }

  /** Writes the trees. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(originFeatures);
    out.writeInt(features);
    out.writeDouble(base);
    out.writeInt(roots.length);
    for (int root : roots) {
      out.writeInt(root);
    }
    out.writeInt(feature.length);
    for (int i = 0; i < feature.length; i++) {
      out.writeShort(feature[i]);
      out.writeFloat(threshold[i]);
      out.writeInt(left[i]);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static TreeEnsemble read(DataInput in) throws IOException {
    int originFeatures = in.readInt();
    int features = in.readInt();
    double base = in.readDouble();
    int[] roots = new int[in.readInt()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = in.readInt();
    }
    int size = in.readInt();
    short[] feature = new short[size];
    float[] threshold = new float[size];
    int[] left = new int[size];
    for (int i = 0; i < size; i++) {
      feature[i] = in.readShort();
      threshold[i] = in.readFloat();
      left[i] = in.readInt();
    }
    return new TreeEnsemble(originFeatures, features, roots, feature, threshold, left, base);
  }
}
