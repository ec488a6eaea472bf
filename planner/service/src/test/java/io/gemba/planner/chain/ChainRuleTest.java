package io.gemba.planner.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChainRuleTest {
  private static final ChainNode ALARM =
      node("alarm", ChainNode.Page.sensors, ChainNode.Kind.lost, 0, 0);
  private static final ChainNode LOSS =
      node("loss", ChainNode.Page.sensors, ChainNode.Kind.lost, 15_400, 0, "alarm");
  private static final ChainNode NORTH =
      node("north", ChainNode.Page.inventory, ChainNode.Kind.risk, 90_000, 80_000, "loss");
  private static final ChainNode SOUTH =
      node("south", ChainNode.Page.inventory, ChainNode.Kind.risk, 20_000, 15_000, "loss");
  private static final ChainNode SHIFT =
      node("shift", ChainNode.Page.schedules, ChainNode.Kind.act, 21_000, 0, "north", "south");
  private static final ChainNode RELOAD =
      node("reload", ChainNode.Page.routes, ChainNode.Kind.act, 6_000, 0, "north");
  private static final ChainNode STRANGER =
      node("stranger", ChainNode.Page.sensors, ChainNode.Kind.lost, 999, 0);
  private static final Nodes ALL =
      new Nodes(List.of(RELOAD, STRANGER, SHIFT, SOUTH, NORTH, LOSS, ALARM));

  @Test
  void fromTheAlarm_itLeadsToEverythingThatFollows_inTheOrderOfPages() {
    Chain chain = ChainRule.chain("alarm", ALL);

    assertThat(chain.links())
        .extracting(Chain.Link::id)
        .containsExactly("loss", "alarm", "north", "south", "shift", "reload");
    assertThat(chain.toActCents()).isEqualTo(27_000);
    assertThat(chain.avoidedCents()).isEqualTo(95_000);
    assertThat(chain.savesCents()).isEqualTo(68_000);
  }

  @Test
  void fromOneShortage_itLeadsBackAndOn_withoutItsNeighbour() {
    Chain chain = ChainRule.chain("north", ALL);

    assertThat(chain.links())
        .extracting(Chain.Link::id)
        .containsExactly("loss", "alarm", "north", "shift", "reload");
    assertThat(chain.savesCents()).isEqualTo(80_000 - 27_000);
  }

  @Test
  void fromTheReload_itLeadsBackToTheAlarm() {
    assertThat(ChainRule.chain("reload", ALL).links())
        .extracting(Chain.Link::id)
        .containsExactly("loss", "alarm", "north", "reload");
  }

  @Test
  void unknownId_hasNoLinks() {
    Chain chain = ChainRule.chain("nothing", ALL);

    assertThat(chain.links()).isEmpty();
    assertThat(chain.savesCents()).isZero();
  }

  @Test
  void circleInTheData_ends() {
    Nodes circle =
        new Nodes(
            List.of(
                node("a", ChainNode.Page.sensors, ChainNode.Kind.lost, 1, 0, "b"),
                node("b", ChainNode.Page.sensors, ChainNode.Kind.lost, 1, 0, "a")));

    assertThat(ChainRule.chain("a", circle).links()).hasSize(2);
  }

  private record Nodes(List<ChainNode> nodes) implements ChainRule.Nodes {
    @Override
    public List<ChainNode> withIds(List<String> ids) {
      return nodes.stream().filter(node -> ids.contains(node.id())).toList();
    }

    @Override
    public List<ChainNode> causedBy(List<String> ids) {
      return nodes.stream().filter(node -> node.causes().stream().anyMatch(ids::contains)).toList();
    }
  }

  private static ChainNode node(
      String id,
      ChainNode.Page page,
      ChainNode.Kind kind,
      long cents,
      long avoided,
      String... causes) {
    return new ChainNode(id, page, id, id, kind, cents, avoided, List.of(causes));
  }
}
