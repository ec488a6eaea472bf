package io.gemba.sensors.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small M5-format folders: 2 series, 10 days that end on Sunday 2016-01-10. */
final class M5Files {
  private M5Files() {}

  static Path write(Path folder) throws IOException {
    sales(
        folder,
        "FOODS_1,FOODS,CA_1,3,0,0,1,4,2,0,2,0,5",
        "HOBBIES_1,HOBBIES,TX_1,1,1,1,1,1,1,1,0,0,0");
    prices(folder, "CA_1,FOODS_1,1,8,2.00", "CA_1,FOODS_1,9,10,2.24", "TX_1,HOBBIES_1,3,10,9.99");
    StringBuilder calendar = new StringBuilder("date,d\n");
    for (int day = 1; day <= 10; day++) {
      calendar.append("2016-01-%02d,d_%d%n".formatted(day, day));
    }
    Files.writeString(folder.resolve("m5_calendar.csv"), calendar);
    return folder;
  }

  static void sales(Path folder, String... rows) throws IOException {
    StringBuilder header = new StringBuilder("item_id,cat_id,store_id");
    for (int day = 1; day <= 10; day++) {
      header.append(",d_").append(day);
    }
    Files.writeString(
        folder.resolve("m5_sales.csv"), header + "\n" + String.join("\n", rows) + "\n");
  }

  static void prices(Path folder, String... rows) throws IOException {
    Files.writeString(
        folder.resolve("m5_prices.csv"),
        "store_id,item_id,first_d,last_d,sell_price\n" + String.join("\n", rows) + "\n");
  }
}
