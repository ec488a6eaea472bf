package io.gemba.routes.engine;

/** Customers whose surroundings changed, first in first out, each at most once. */
final class ChangedCustomers {
  private final int customers;
  private final int[] queue;
  private final boolean[] queued;
  private int head;
  private int size;

  ChangedCustomers(int customers) {
    this.customers = customers;
    queue = new int[customers + 1];
    queued = new boolean[customers + 1];
  }

  /** Takes a customer in; the depot and sentinels are ignored. */
  void push(int node) {
    if (node > 0 && node <= customers && !queued[node]) {
      queued[node] = true;
      int end = head + size++;
      queue[end < queue.length ? end : end - queue.length] = node;
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The one that waits longest. */
  int take() {
    int customer = queue[head];
    head = head + 1 == queue.length ? 0 : head + 1;
    size--;
    queued[customer] = false;
    return customer;
  }
}
