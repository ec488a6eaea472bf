package io.gemba.planner.wear;

/** What to do about a part. */
public enum WearAct {
  /** Nothing is known yet. */
  WAIT,
  /** Nothing. */
  LEAVE,
  /** Replace at the next planned stop. */
  AT_STOP,
  /** Replace at once. */
  NOW,
  /** It wears, and no stop is planned. */
  PLAN_STOP
}
