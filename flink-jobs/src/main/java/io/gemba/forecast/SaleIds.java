package io.gemba.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A set of 64-bit marks of sale ids: open addressing in one array, at most half full, 16 bytes an
 * id. Two of a day's 100,000 ids share a mark with a chance of 3 in 10 billion; the second would be
 * taken for a repeat.
 */
final class SaleIds {
  private static final long FREE = 0;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long[] marks = new long[8];
  private int size;

  int size() {
    return size;
  }

  boolean contains(String id) {
    return marks[slot(marks, mark(id))] != FREE;
  }

  void add(String id) {
    if (size * 2 >= marks.length) {
      long[] wider = new long[marks.length * 2];
      for (long mark : marks) {
        if (mark != FREE) {
          wider[slot(wider, mark)] = mark;
        }
      }
      marks = wider;
    }
    long mark = mark(id);
    int slot = slot(marks, mark);
    if (marks[slot] == FREE) {
      marks[slot] = mark;
      size++;
    }
  }

  SaleIds copy() {
    SaleIds copy = new SaleIds();
    copy.marks = marks.clone();
    copy.size = size;
    return copy;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeInt(marks.length);
    for (long mark : sorted()) {
      out.writeLong(mark);
    }
  }

  static SaleIds read(DataInput in) throws IOException {
    SaleIds ids = new SaleIds();
    ids.size = in.readInt();
    ids.marks = new long[in.readInt()];
    for (int i = 0; i < ids.size; i++) {
      long mark = in.readLong();
      ids.marks[slot(ids.marks, mark)] = mark;
    }
    return ids;
  }

  private long[] sorted() {
    return Arrays.stream(marks).filter(mark -> mark != FREE).sorted().toArray();
  }

  /** FNV-1a over the text, then the finishing step of SplitMix64; never {@link #FREE}. */
  private static long mark(String id) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return hash == FREE ? 1 : hash;
  }

  private static int slot(long[] marks, long mark) {
    int slot = (int) mark & (marks.length - 1);
    while (marks[slot] != FREE && marks[slot] != mark) {
      slot = (slot + 1) & (marks.length - 1);
    }
    return slot;
  }
}
