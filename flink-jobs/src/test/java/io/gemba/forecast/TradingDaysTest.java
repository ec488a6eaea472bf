package io.gemba.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class TradingDaysTest {
  private static final int DAY = 20_000;

  @Test
  void add_laterDay_completesTheDayBefore() {
    TradingDays trading = new TradingDays();

    boolean first = trading.add(DAY, 9, 1);
    boolean again = trading.add(DAY, 10, 1);
    boolean next = trading.add(DAY + 1, 9, 1);
    boolean late = trading.add(DAY, 11, 1);

    assertThat(first).isTrue();
    assertThat(again).isFalse();
    assertThat(next).isTrue();
    assertThat(late).isFalse();
    assertThat(trading.lastCompleteDay()).isEqualTo(DAY);
  }

  @Test
  void unitsByHour_firstAndRunningDay_doNotCount() {
    TradingDays trading = new TradingDays();
    trading.add(DAY, 9, 1);
    trading.add(DAY + 1, 12, 5);
    trading.add(DAY + 2, 15, 1);

    double[] byHour = trading.unitsByHour();

    assertThat(byHour[9]).isZero();
    assertThat(byHour[12]).isEqualTo(5);
    assertThat(byHour[15]).isZero();
  }

  @Test
  void soldOn_afterALongGap_forgetsWhatTheRingOverwrote() {
    TradingDays trading = new TradingDays();
    trading.add(DAY, 9, 1);

    trading.add(DAY + DemandHistory.DAYS, 9, 1);

    assertThat(trading.soldOn(DAY)).isFalse();
    assertThat(trading.soldOn(DAY + DemandHistory.DAYS)).isTrue();
    assertThat(trading.soldOn(DAY + DemandHistory.DAYS - 1)).isFalse();
  }

  @Test
  void read_whatWasWritten_isTheSame() throws IOException {
    TradingDays trading = new TradingDays();
    trading.add(DAY, 9, 1);
    trading.add(DAY + 1, 12, 5);
    trading.add(DAY + 2, 15, 1);

    byte[] bytes = bytes(trading);
    TradingDays read = TradingDays.read(new DataInputStream(new ByteArrayInputStream(bytes)));

    assertThat(bytes(read)).isEqualTo(bytes);
    assertThat(bytes(trading.copy())).isEqualTo(bytes);
    assertThat(read.unitsByHour()[12]).isEqualTo(5);
  }

  private static byte[] bytes(TradingDays trading) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    trading.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
