package io.gemba.rosters.optaplanner;

/** What a value of a day brings to a cover unit. */
record PeerBrings(int day, int value, int unit, int amount) {}
