package io.gemba.forecast.train;

import io.gemba.forecast.learn.RowSink;
import io.gemba.forecast.learn.TreeEnsemble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tribuo.MutableDataset;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/**
 * Grows boosted trees with Tribuo and XGBoost, objective Tweedie with a log link unless the
 * settings say squared error, and takes them over into plain Java, because the native library has
 * no build for ARM and costs about 100 microseconds a call.
 */
public final class TribuoTrainer implements RowSink {
  private static final Pattern SPLIT =
      Pattern.compile("(\\d+):\\[f(\\d+)<([^\\]]+)\\] yes=(\\d+),no=(\\d+).*");
  private static final Pattern LEAF = Pattern.compile("(\\d+):leaf=([^,\\s]+).*");
  private static final String TARGET = "units";

  private final int originFeatures;
  private final String[] names;
  private final Map<String, Object> settings = new HashMap<>();
  private final Rows rows;

  /**
   * @param originFeatures features that all days of a series share
   * @param features all
   * @param settings of XGBoost, over the ones used else
   */
  public TribuoTrainer(int originFeatures, int features, Map<String, Object> settings) {
    this.originFeatures = originFeatures;
    this.names = new String[features];
    for (int i = 0; i < features; i++) {
      names[i] = "f%03d".formatted(i);
    }
    this.rows = new Rows(features);
    this.settings.putAll(
        Map.of(
            "objective",
            "reg:tweedie",
            "tree_method",
            "hist",
            "base_score",
            "1.0",
            "subsample",
            0.7,
            "colsample_bynode",
            0.5,
            "lambda",
            1.0,
            "nthread",
            1,
            "seed",
            1,
            "verbosity",
            0));
    this.settings.putAll(settings);
  }

  @Override
  public void add(float[] row, double target, double weight) {
    rows.add(row, (float) target, (float) weight);
  }

  @Override
  public int rows() {
    return rows.size();
  }

  @Override
  public TreeEnsemble grow(int trees) {
    return plain(train(trees));
  }

  /** The model as Tribuo made it; the rows are given up. */
  XGBoostModel<Regressor> train(int trees) {
    return new RowBoosting(trees, settings, rows).train(header(), Map.of());
  }

  /** One example, so that Tribuo knows what features and output are called. */
  private MutableDataset<Regressor> header() {
    RegressionFactory factory = new RegressionFactory();
    MutableDataset<Regressor> header =
        new MutableDataset<>(new SimpleDataSourceProvenance("demand", factory), factory);
    header.add(new ArrayExample<>(new Regressor(TARGET, 0), names, new double[names.length]));
    return header;
  }

  /**
   * The trees of a model, with their margins: logarithms of predictions for the Tweedie objective.
   */
  TreeEnsemble plain(XGBoostModel<Regressor> model) {
    List<List<TreeEnsemble.Node>> trees = new ArrayList<>();
    for (String dump : model.getModelDump().get(0)) {
      trees.add(tree(dump));
    }
    return TreeEnsemble.of(trees, originFeatures, names.length, 0);
  }

  private static List<TreeEnsemble.Node> tree(String dump) {
    List<TreeEnsemble.Node> nodes = new ArrayList<>();
    dump.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(
            line -> {
              Matcher split = SPLIT.matcher(line);
              Matcher leaf = LEAF.matcher(line);
              if (split.matches()) {
                put(
                    nodes,
                    number(split, 1),
                    new TreeEnsemble.Node(
                        number(split, 2),
                        Float.parseFloat(split.group(3)),
                        number(split, 4),
                        number(split, 5)));
              } else if (leaf.matches()) {
                put(
                    nodes,
                    number(leaf, 1),
                    TreeEnsemble.Node.leaf(Float.parseFloat(leaf.group(2))));
              } else {
                throw new IllegalStateException(
                    "XGBoost wrote a tree in another format: '" + line + "'.");
              }
            });
    return nodes;
  }

  private static void put(List<TreeEnsemble.Node> nodes, int at, TreeEnsemble.Node node) {
    while (nodes.size() <= at) {
      nodes.add(TreeEnsemble.Node.leaf(0));
    }
    nodes.set(at, node);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
