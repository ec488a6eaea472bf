package io.gemba.planner.chain;

import io.gemba.message.CapacityLoss;
import io.gemba.message.Episode;
import io.gemba.message.Replenishment;
import io.gemba.planner.store.ActTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Item;
import io.gemba.site.Machine;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.util.ArrayList;
import java.util.List;

/** Nodes of chains as the store has them, read within one transaction. */
final class StoredNodes implements ChainRule.Nodes {
  private final Site site;
  private final Store store;
  private final Transaction transaction;

  StoredNodes(Site site, Store store, Transaction transaction) {
    this.site = site;
    this.store = store;
    this.transaction = transaction;
  }

  @Override
  public List<ChainNode> withIds(List<String> ids) {
    List<ChainNode> nodes = new ArrayList<>();
    store.episodes().listKeys(transaction, ids).forEach(one -> nodes.add(node(one)));
    store.capacity().listKeys(transaction, ids).forEach(one -> nodes.add(node(one)));
    store.shortages().listKeys(transaction, ids).forEach(one -> nodes.add(node(one)));
    ids.forEach(id -> store.acts().find(transaction, id).ifPresent(act -> nodes.add(node(act))));
    return nodes;
  }

  @Override
  public List<ChainNode> causedBy(List<String> ids) {
    List<ChainNode> nodes = new ArrayList<>();
    store.capacity().listCausedBy(transaction, ids).forEach(one -> nodes.add(node(one)));
    store.shortages().listCausedBy(transaction, ids).forEach(one -> nodes.add(node(one)));
    store.acts().listCausedBy(transaction, ids).forEach(act -> nodes.add(node(act)));
    return nodes;
  }

  ChainNode node(CapacityLoss loss) {
    String machine = site.findMachine(loss.machine()).map(Machine::name).orElse(loss.machine());
    return new ChainNode(
        loss.id(),
        ChainNode.Page.sensors,
        machine + " stands",
        "%s: %.0f units lost".formatted(loss.reason(), loss.lostUnits()),
        ChainNode.Kind.lost,
        loss.lostCents(),
        0,
        loss.causes());
  }

  private ChainNode node(Episode episode) {
    return new ChainNode(
        episode.id(),
        ChainNode.Page.sensors,
        site.findMachine(episode.machine()).map(Machine::name).orElse(episode.sensor()),
        episode.reason(),
        ChainNode.Kind.lost,
        0,
        0,
        episode.causes());
  }

  private ChainNode node(Replenishment one) {
    String item = site.findItem(one.item()).map(Item::name).orElse(one.item());
    String place = site.findPlace(one.place()).map(Place::name).orElse(one.place());
    return new ChainNode(
        one.id(),
        ChainNode.Page.inventory,
        item + ", " + place,
        one.reason(),
        ChainNode.Kind.risk,
        one.riskWithoutCents(),
        one.riskWithoutCents() - one.riskWithCents(),
        one.causes());
  }

  private static ChainNode node(ActTable.Act act) {
    return new ChainNode(
        act.id(),
        ChainNode.Page.valueOf(act.page()),
        act.title(),
        act.detail(),
        ChainNode.Kind.act,
        act.cents(),
        0,
        act.causes());
  }
}
