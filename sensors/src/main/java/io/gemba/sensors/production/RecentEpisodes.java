package io.gemba.sensors.production;

import io.gemba.message.Episode;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The alarms of one machine that are open or ended lately; the newest {@value #MOST}. Quality
 * episodes are left out: a sensor that fails stops no machine. About 80 bytes each. Not thread
 * safe.
 */
final class RecentEpisodes {
  static final int MOST = 64;

  private static final long OPEN = Long.MAX_VALUE;

  private record Known(String id, int revision, long onsetMillis, long endMillis) {}

  private final List<Known> episodes = new ArrayList<>();

  /** Takes a message in; an older revision than the known one changes nothing. */
  void add(Episode episode) {
    if (episode.kind() == Episode.Kind.QUALITY) {
      return;
    }
    long end = episode.end() == null ? OPEN : episode.end().toEpochMilli();
    Known known = new Known(episode.id(), episode.revision(), episode.onset().toEpochMilli(), end);
    for (int i = 0; i < episodes.size(); i++) {
      if (episodes.get(i).id().equals(known.id())) {
        if (episodes.get(i).revision() < known.revision()) {
          episodes.set(i, known);
        }
        return;
      }
    }
    if (episodes.size() == MOST) {
      episodes.remove(0);
    }
    episodes.add(known);
  }

  /** Ids of those that overlap a span, both ends included, in the order of arrival. */
  List<String> during(long fromMillis, long toMillis) {
    return episodes.stream()
        .filter(known -> known.onsetMillis() <= toMillis && known.endMillis() >= fromMillis)
        .map(Known::id)
        .toList();
  }

  boolean isAnyOpen() {
    return episodes.stream().anyMatch(known -> known.endMillis() == OPEN);
  }

  void forgetEndedBefore(long millis) {
    episodes.removeIf(known -> known.endMillis() < millis);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(episodes.size());
    for (Known known : episodes) {
      out.writeUTF(known.id());
      out.writeInt(known.revision());
      out.writeLong(known.onsetMillis());
      out.writeLong(known.endMillis());
    }
  }

  void fill(DataInput in) throws IOException {
    episodes.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      episodes.add(new Known(in.readUTF(), in.readInt(), in.readLong(), in.readLong()));
    }
  }
}
