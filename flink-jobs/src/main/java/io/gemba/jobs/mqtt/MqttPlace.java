package io.gemba.jobs.mqtt;

import io.gemba.sensors.mqtt.SharedSubscription;
import io.gemba.sensors.payload.PayloadDecoder;
import io.gemba.sensors.payload.UnitConversions;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the readers of a job must know, without the secret itself.
 *
 * @param url of the broker
 * @param username null when none is needed
 * @param passwordFile file on the task's machine that holds the password, null when none is needed
 * @param siteId messages of other sites are refused
 * @param stage who reads, for dead letters
 * @param receiveMaximum messages a reader may have without acknowledgement
 * @param payloadBytes longest payload that is read
 * @param units from what devices send to the units of the site
 * @param mappings rows of topic, kind, value, time and sequence, as in the settings
 */
record MqttPlace(
    String url,
    @Nullable String username,
    @Nullable String passwordFile,
    String siteId,
    String stage,
    int receiveMaximum,
    int payloadBytes,
    UnitConversions units,
    List<List<String>> mappings)
    implements Serializable {

  /** Most messages that MQTT 5 lets a client have without acknowledgement. */
  static final int MOST_UNACKNOWLEDGED = 65_535;

  static MqttPlace of(Settings settings, Site site, String job) {
    Settings.Mqtt mqtt = settings.mqtt();
    Path file = mqtt.passwordFile();
    List<List<String>> rows =
        settings.gateway().mappings().stream()
            .map(one -> List.of(one.topic(), one.kind().name(), one.value(), one.at(), one.seq()))
            .toList();
    return new MqttPlace(
        mqtt.url(),
        mqtt.username(),
        file == null ? null : file.toString(),
        site.id(),
        job + "-job",
        MOST_UNACKNOWLEDGED,
        settings.gateway().payloadBytes(),
        new UnitConversions(site),
        rows);
  }

  PayloadDecoder decoder() {
    List<Settings.Mapping> read =
        mappings.stream()
            .map(
                row ->
                    new Settings.Mapping(
                        row.get(0),
                        Settings.Mapping.Kind.valueOf(row.get(1)),
                        row.get(2),
                        row.get(3),
                        row.get(4)))
            .toList();
    return new PayloadDecoder(siteId, payloadBytes, read);
  }

  Settings.Mqtt broker() {
    return new Settings.Mqtt(
        false, url, username, passwordFile == null ? null : Path.of(passwordFile));
  }

  SharedSubscription.Wanted wanted(List<String> filters) {
    return new SharedSubscription.Wanted("gemba-" + stage + "-" + siteId, filters, receiveMaximum);
  }
}
