package io.gemba.sensors.production;

import io.gemba.message.CapacityLoss;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What machines of one line lose together: a line cannot lose more than it makes, so of losses at
 * the same time the one that began first claims its units, and others what is left. Money stays
 * with each machine: each stands at its own price.
 *
 * <p>A loss whose claim changes because another's did is told again, with a higher revision. Keeps
 * what ended within the last day, at most {@value #MOST}; about 150 bytes each. Not thread safe.
 */
public final class LineClaims {
  /** The layout that {@link #write} writes. */
  public static final int LAYOUT = 1;

  private static final int MOST = 64;
  private static final long KEPT_MILLIS = 86_400_000;
  private static final double MILLIS_PER_HOUR = 3_600_000;
  private static final double NEWS_UNITS = 0.5;
  private static final Comparator<CapacityLoss> FIRST =
      Comparator.comparing(CapacityLoss::from).thenComparing(CapacityLoss::id);

  private final List<Claim> claims = new ArrayList<>();

  /** What a machine told, and what was made of it. */
  private static final class Claim {
    private CapacityLoss own;
    private int revision;
    private double saidUnits;

    Claim(CapacityLoss own, int revision, double saidUnits) {
      this.own = own;
      this.revision = revision;
      this.saidUnits = saidUnits;
    }

    /** Units an hour that the machine alone would cost the line. */
    double rate() {
      double hours = (own.until().toEpochMilli() - own.from().toEpochMilli()) / MILLIS_PER_HOUR;
      return hours > 0 ? own.lostUnits() / hours : 0;
    }

    boolean isOn(long atMillis) {
      return own.from().toEpochMilli() <= atMillis && own.until().toEpochMilli() > atMillis;
    }
  }

  /**
   * Takes in what a machine of the line told.
   *
   * @param lineUnitsPerHour what the line makes when nothing is wrong
   * @return that loss with what it may claim, then others whose claim changed by it
   */
  public List<CapacityLoss> take(CapacityLoss loss, double lineUnitsPerHour) {
    Claim taken = find(loss.id());
    if (taken == null) {
      taken = new Claim(loss, loss.revision() - 1, 0);
      claims.add(taken);
    } else if (taken.own.revision() > loss.revision()) {
      return List.of();
    }
    taken.own = loss;
    List<CapacityLoss> changed = new ArrayList<>();
    changed.add(say(taken, units(taken, lineUnitsPerHour)));
    for (Claim other : claims) {
      double units = other == taken ? other.saidUnits : units(other, lineUnitsPerHour);
      if (Math.abs(units - other.saidUnits) >= NEWS_UNITS) {
        changed.add(say(other, units));
      }
    }
    forget(loss.from());
    return changed;
  }

  private @Nullable Claim find(String id) {
    return claims.stream().filter(one -> one.own.id().equals(id)).findFirst().orElse(null);
  }

  /** Hour by hour what is left for a claim by those that began before it. */
  private double units(Claim claim, double lineUnitsPerHour) {
    List<Claim> before =
        claims.stream().filter(one -> FIRST.compare(one.own, claim.own) < 0).toList();
    if (before.isEmpty()) {
      return claim.own.lostUnits();
    }
    long from = claim.own.from().toEpochMilli();
    long until = claim.own.until().toEpochMilli();
    long[] times =
        before.stream()
            .flatMap(one -> List.of(one.own.from(), one.own.until()).stream())
            .mapToLong(Instant::toEpochMilli)
            .filter(at -> at > from && at < until)
            .sorted()
            .toArray();
    double units = 0;
    long begin = from;
    for (int i = 0; i <= times.length; i++) {
      long end = i < times.length ? times[i] : until;
      long at = begin;
      double taken = before.stream().filter(one -> one.isOn(at)).mapToDouble(Claim::rate).sum();
      double left = Math.max(0, lineUnitsPerHour - taken);
      units += Math.min(claim.rate(), left) * (end - begin) / MILLIS_PER_HOUR;
      begin = end;
    }
    return units;
  }

  private static CapacityLoss say(Claim claim, double units) {
    claim.revision = Math.max(claim.revision + 1, claim.own.revision());
    claim.saidUnits = units;
    CapacityLoss own = claim.own;
    return new CapacityLoss(
        own.id(),
        claim.revision,
        own.machine(),
        own.line(),
        own.reason(),
        own.from(),
        own.until(),
        own.open(),
        own.item(),
        units,
        own.lostCents(),
        own.causes());
  }

  private void forget(Instant now) {
    Instant kept = now.minusMillis(KEPT_MILLIS);
    claims.removeIf(one -> !one.own.open() && one.own.until().isBefore(kept));
    while (claims.size() > MOST) {
      claims.remove(0);
    }
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(claims.size());
    for (Claim claim : claims) {
      CapacityLoss own = claim.own;
      out.writeUTF(own.id());
      out.writeInt(own.revision());
      out.writeUTF(own.machine());
      out.writeUTF(own.line());
      out.writeUTF(own.reason());
      out.writeLong(own.from().toEpochMilli());
      out.writeLong(own.until().toEpochMilli());
      out.writeBoolean(own.open());
      out.writeUTF(own.item() == null ? "" : own.item());
      out.writeDouble(own.lostUnits());
      out.writeLong(own.lostCents());
      out.writeInt(own.causes().size());
      for (String cause : own.causes()) {
        out.writeUTF(cause);
      }
      out.writeInt(claim.revision);
      out.writeDouble(claim.saidUnits);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the layout is not known
   */
  public static LineClaims read(DataInput in, int layout) throws IOException {
    if (layout != LAYOUT) {
      throw new IOException("Layout " + layout + " is not known. Was it written later?");
    }
    LineClaims line = new LineClaims();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      line.claims.add(new Claim(readLoss(in), in.readInt(), in.readDouble()));
    }
    return line;
  }

  private static CapacityLoss readLoss(DataInput in) throws IOException {
    String id = in.readUTF();
    int revision = in.readInt();
    String machine = in.readUTF();
    String line = in.readUTF();
    String reason = in.readUTF();
    Instant from = Instant.ofEpochMilli(in.readLong());
    Instant until = Instant.ofEpochMilli(in.readLong());
    boolean open = in.readBoolean();
    String item = in.readUTF();
    double units = in.readDouble();
    long cents = in.readLong();
    String[] causes = new String[in.readInt()];
    for (int i = 0; i < causes.length; i++) {
      causes[i] = in.readUTF();
    }
    return new CapacityLoss(
        id,
        revision,
        machine,
        line,
        reason,
        from,
        until,
        open,
        item.isEmpty() ? null : item,
        units,
        cents,
        List.of(causes));
  }
}
