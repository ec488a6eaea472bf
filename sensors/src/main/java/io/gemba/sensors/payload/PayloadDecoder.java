package io.gemba.sensors.payload;

import io.gemba.message.MachineState;
import io.gemba.message.Reading;
import io.gemba.message.Topic;
import io.gemba.settings.Settings.Mapping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns MQTT messages into readings and machine states. Total: whatever the bytes are, the answer
 * is a {@link Decoded} and never an exception. Thread safe.
 */
public final class PayloadDecoder {
  /**
   * Times further ahead of ours are no times of a clock that is wrong, but mistakes of a unit. What
   * is less far ahead passes: the quality gate says whose clock it is.
   */
  public static final Duration AHEAD_AT_MOST = Duration.ofDays(366);

  /** How far the clock of a machine's states may be ahead of ours: production is counted by it. */
  static final Duration STATES_AHEAD = Duration.ofMillis(Reading.AHEAD_MILLIS);

  /** Names at the machine's level that belong to other traffic: routes to vans, the simulator. */
  static final Set<String> RESERVED = Set.of("vehicles", "simulator");

  private static final int LONGEST_NAME = 200;
  private static final List<String> STATE_FIELDS =
      List.of("/reason", "/item", "/good", "/scrap", "/rework");

  private final String siteId;
  private final int payloadBytes;
  private final List<Route> routes;

  private record Route(Mapping mapping, TopicTemplate template, PayloadReader reader) {}

  /** A payload that is being decoded, by the route its topic took. */
  private record Message(Route route, String key, List<Scalar> values, long arrivedMillis) {}

  /**
   * @param siteId messages of other sites are refused
   * @param payloadBytes longest payload that is read
   * @param mappings tried in order; none means {@link DefaultMappings}
   * @throws IllegalArgumentException naming the template or pointer that is none, or the level that
   *     a template lacks
   */
  public PayloadDecoder(String siteId, int payloadBytes, List<Mapping> mappings) {
    this.siteId = siteId;
    this.payloadBytes = payloadBytes;
    List<Mapping> used = mappings.isEmpty() ? DefaultMappings.list() : mappings;
    this.routes = used.stream().map(PayloadDecoder::route).toList();
  }

  private static Route route(Mapping mapping) {
    TopicTemplate template = new TopicTemplate(mapping.topic());
    boolean reading = mapping.kind() == Mapping.Kind.READING;
    if (reading ? !template.hasSensor() : !template.hasMachine()) {
      throw new IllegalArgumentException(
          "Topic template '%s' of kind %s needs a level %s."
              .formatted(mapping.topic(), mapping.kind(), reading ? "{sensor}" : "{machine}"));
    }
    List<String> pointers = new ArrayList<>();
    pointers.add(mapping.value());
    pointers.add(orNowhere(mapping.at()));
    pointers.add(orNowhere(mapping.seq()));
    if (!reading) {
      pointers.addAll(STATE_FIELDS);
    }
    return new Route(mapping, template, new PayloadReader(pointers));
  }

  /** For time and sequence an empty pointer means that the payload has none. */
  private static String orNowhere(String pointer) {
    return pointer.isEmpty() ? "/\u0000" : pointer;
  }

  /** The MQTT filters to subscribe to; none of them lies within another. */
  public List<String> filters() {
    List<String> filters = new ArrayList<>();
    for (Route route : routes) {
      boolean covered =
          routes.stream()
              .anyMatch(
                  other ->
                      other.template().covers(route.template())
                          && !route.template().covers(other.template()));
      String filter = route.template().filter();
      if (!covered && !filters.contains(filter)) {
        filters.add(filter);
      }
    }
    return filters;
  }

  /**
   * Decodes one message.
   *
   * @param topic the MQTT topic it came on
   * @param payload not kept
   * @param arrivedMillis our clock when it came, epoch milliseconds
   */
  public Decoded decode(String topic, byte[] payload, long arrivedMillis) {
    String[] levels = topic.split("/", -1);
    for (Route route : routes) {
      TopicTemplate.@Nullable Names names = route.template().findNames(levels).orElse(null);
      if (names != null) {
        return decode(route, names, payload, arrivedMillis);
      }
    }
    return new Decoded.Rejected(
        null,
        "No mapping of the settings matches topic %s. Add one, or publish elsewhere."
            .formatted(RejectedException.shown(topic)));
  }

  private Decoded decode(
      Route route, TopicTemplate.Names names, byte[] payload, long arrivedMillis) {
    if (RESERVED.contains(names.machine())) {
      return new Decoded.Ignored();
    }
    String key = null;
    try {
      requireNames(route.template(), names);
      key = key(route, names);
      if (payload.length > payloadBytes) {
        throw new RejectedException(
            "The payload (%d bytes) is too large. Send at most %d bytes, or raise gateway.payloadBytes."
                .formatted(payload.length, payloadBytes));
      }
      Message message =
          new Message(route, key, List.of(route.reader().read(payload)), arrivedMillis);
      return route.mapping().kind() == Mapping.Kind.READING ? reading(message) : state(message);
    } catch (RejectedException e) {
      return new Decoded.Rejected(key, e.reason());
    }
  }

  private void requireNames(TopicTemplate template, TopicTemplate.Names names)
      throws RejectedException {
    if (template.hasSite() && !names.site().equals(siteId)) {
      throw new RejectedException(
          "The topic is of site %s, this gateway is of '%s'. Publish under the site's own id."
              .formatted(RejectedException.shown(names.site()), siteId));
    }
    boolean unnamed =
        (template.hasMachine() && names.machine().isBlank())
            || (template.hasSensor() && names.sensor().isBlank());
    if (unnamed || names.machine().length() + names.sensor().length() > LONGEST_NAME) {
      throw new RejectedException(
          "Machine %s and sensor %s of the topic must not be blank and have at most %d characters together."
              .formatted(
                  RejectedException.shown(names.machine()),
                  RejectedException.shown(names.sensor()),
                  LONGEST_NAME));
    }
  }

  private static String key(Route route, TopicTemplate.Names names) {
    if (route.mapping().kind() == Mapping.Kind.MACHINE_STATE) {
      return names.machine();
    }
    return names.machine().isEmpty() ? names.sensor() : names.machine() + "/" + names.sensor();
  }

  private static Decoded reading(Message message) throws RejectedException {
    Mapping mapping = message.route().mapping();
    double value =
        PayloadValues.finite(message.values().get(0), "value at " + shown(mapping.value()));
    long atMillis = atMillis(message, AHEAD_AT_MOST);
    long seq = PayloadValues.count(message.values().get(2), "seq at " + mapping.seq(), atMillis);
    return new Decoded.Accepted(
        Topic.READINGS,
        message.key(),
        new Reading(message.key(), atMillis, value, seq, message.arrivedMillis()));
  }

  private static Decoded state(Message message) throws RejectedException {
    Mapping mapping = message.route().mapping();
    List<Scalar> values = message.values();
    MachineState.State state =
        PayloadValues.state(values.get(0), "state at " + shown(mapping.value()));
    long atMillis = atMillis(message, STATES_AHEAD);
    return new Decoded.Accepted(
        Topic.MACHINE_STATES,
        message.key(),
        new MachineState(
            message.key(),
            Instant.ofEpochMilli(atMillis),
            PayloadValues.count(values.get(2), "seq at " + mapping.seq(), atMillis),
            state,
            PayloadValues.word(values.get(3), "reason"),
            PayloadValues.word(values.get(4), "item"),
            PayloadValues.count(values.get(5), "good", 0),
            PayloadValues.count(values.get(6), "scrap", 0),
            PayloadValues.count(values.get(7), "rework", 0)));
  }

  private static long atMillis(Message message, Duration ahead) throws RejectedException {
    String name = "at " + message.route().mapping().at();
    long atMillis = PayloadValues.millis(message.values().get(1), name, message.arrivedMillis());
    if (atMillis > message.arrivedMillis() + ahead.toMillis()) {
      throw new RejectedException(
          "clock skew: %s (%s) is more than %d minutes ahead of our clock (%s). Set the device's clock."
              .formatted(
                  name,
                  Instant.ofEpochMilli(atMillis),
                  ahead.toMinutes(),
                  Instant.ofEpochMilli(message.arrivedMillis())));
    }
    return atMillis;
  }

  private static String shown(String pointer) {
    return pointer.isEmpty() ? "the whole payload" : pointer;
  }
}
