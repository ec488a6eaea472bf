package io.gemba.forecast.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Boosted regression trees in plain Java: the margin of a row is the sum of one leaf a tree.
 *
 * <p>The days of one series differ in few features only. So a tree is walked once with the set of
 * all days, a bit mask; a split on a feature of the origin sends the whole set one way, and only a
 * split on a feature of the day divides it. That visits a tenth of the nodes that a walk a day
 * would.
 *
 * <p>Layout: nodes of all trees in one row, a long each, so that a visit is one load: the bits of
 * the threshold, then the left child in 24 bits, then the feature in 8. The right child follows the
 * left; a leaf has feature 255 and its value in place of the threshold. Immutable, thread safe.
 */
public final class TreeEnsemble {
  private static final int LEAF = -1;
  private static final int LEAF_BITS = 0xff;
  private static final int CHILD_SHIFT = 8;
  private static final int THRESHOLD_SHIFT = 32;
  private static final int MOST_NODES = 1 << 24;
  private static final int DEEPEST = 64;

  private final int originFeatures;
  private final int features;
  private final int[] roots;
  private final long[] nodes;
  private final double base;

  private TreeEnsemble(int originFeatures, int features, int[] roots, long[] nodes, double base) {
    if (features >= LEAF_BITS || nodes.length >= MOST_NODES) {
      throw new IllegalArgumentException(
          "%d features and %d nodes are too many: at most 254 and %d."
              .formatted(features, nodes.length, MOST_NODES - 1));
    }
    this.originFeatures = originFeatures;
    this.features = features;
    this.roots = roots;
    this.nodes = nodes;
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
        new TreeEnsemble(originFeatures, features, new int[trees.size()], new long[size], base);
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
      nodes[place] = packed(node.feature, node.threshold, next);
      if (node.feature != LEAF) {
        if (node.feature < 0 || node.feature >= features) {
          throw new IllegalArgumentException(
              "Feature %d is not among %d.".formatted(node.feature, features));
        }
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
      long node = nodes[root];
      while (!isLeaf(node)) {
        node = nodes[left(node) + (row[feature(node)] < threshold(node) ? 0 : 1)];
      }
      sum += threshold(node);
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
    int[] waiting = new int[DEEPEST];
    int[] sets = new int[DEEPEST];
    @Nullable DayOrder[] orders = new DayOrder[features - originFeatures];
    for (int root : roots) {
      int depth = 0;
      waiting[0] = root;
      sets[0] = all;
      while (depth >= 0) {
        long node = nodes[waiting[depth]];
        int set = sets[depth];
        depth--;
        while (!isLeaf(node)) {
          int split = feature(node);
          int next = left(node);
          if (split < originFeatures) {
            next += origin[split] < threshold(node) ? 0 : 1;
          } else {
            int below = order(orders, days, split - originFeatures, count).below(threshold(node));
            below &= set;
            if (below == 0) {
              next++;
            } else if (below != set) {
              depth++;
              waiting[depth] = next + 1;
              sets[depth] = set & ~below;
              set = below;
            }
          }
          node = nodes[next];
        }
        double value = threshold(node);
        for (int rest = set; rest != 0; rest &= rest - 1) {
          margins[Integer.numberOfTrailingZeros(rest)] += value;
        }
      }
    }
  }

  private static DayOrder order(
      @Nullable DayOrder[] orders, float[][] days, int feature, int count) {
    DayOrder order = orders[feature];
    if (order == null) {
      order = new DayOrder(days[feature], count);
      orders[feature] = order;
    }
    return order;
  }

  private static long packed(int feature, float threshold, int left) {
    return ((long) Float.floatToRawIntBits(threshold) << THRESHOLD_SHIFT)
        | ((long) left << CHILD_SHIFT)
        | (feature & LEAF_BITS);
  }

  private static boolean isLeaf(long node) {
    return ((int) node & LEAF_BITS) == LEAF_BITS;
  }

  private static int feature(long node) {
    return (int) node & LEAF_BITS;
  }

  private static int left(long node) {
    return (int) node >>> CHILD_SHIFT;
  }

  private static float threshold(long node) {
    return Float.intBitsToFloat((int) (node >>> THRESHOLD_SHIFT));
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
    out.writeInt(nodes.length);
    for (long node : nodes) {
      out.writeShort(isLeaf(node) ? LEAF : feature(node));
      out.writeFloat(threshold(node));
      out.writeInt(isLeaf(node) ? 0 : left(node));
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
    long[] nodes = new long[size];
    for (int i = 0; i < size; i++) {
      int feature = in.readShort();
      float threshold = in.readFloat();
      nodes[i] = packed(feature, threshold, in.readInt());
    }
    return new TreeEnsemble(originFeatures, features, roots, nodes, base);
  }
}
