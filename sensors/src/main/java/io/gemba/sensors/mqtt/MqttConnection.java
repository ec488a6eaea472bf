package io.gemba.sensors.mqtt;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker from its CONNECT to its end; it is never connected again. Message
 * ids mean something only within it, so every acknowledgement goes through the client of the
 * connection the message came on, and to nowhere once that has ended.
 */
final class MqttConnection implements MqttCallback {
  private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
  private static final int QOS = 1;
  private static final int FIRST_FAILURE_CODE = 128;
  private static final int QUIESCE_MILLIS = 1000;

  /** What the client makes of a refusal in MQTT 5, and of one in the form of earlier versions. */
  private static final Set<Integer> OLD_BROKER =
      Set.of(
          MqttReturnCode.RETURN_CODE_UNSUPPORTED_PROTOCOL_VERSION,
          MqttException.REASON_CODE_INVALID_RETURN_CODE);

  private final MqttAsyncClient client;
  private final Receiver receiver;
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private volatile boolean taking = true;

  /**
   * @param clientId under which the broker keeps the session
   */
  MqttConnection(String url, String clientId, Receiver receiver) throws MqttException {
    this.receiver = receiver;
    this.client = new MqttAsyncClient(url, clientId, new MemoryPersistence());
    client.setManualAcks(true);
    client.setCallback(this);
  }

  /**
   * Connects, and subscribes unless the broker still has the session with its subscriptions. Doing
   * it again anyway is allowed, but Artemis then takes back what it has just delivered.
   *
   * @throws MqttException when the broker refuses
   * @throws IllegalStateException when it speaks no MQTT 5
   * @throws TimeoutException when it does not answer
   */
  void open(MqttAccess access) throws MqttException, TimeoutException, InterruptedException {
    if (!connect(access).getSessionPresent()) {
      subscribe(access.filters());
    }
  }

  private IMqttToken connect(MqttAccess access)
      throws MqttException, TimeoutException, InterruptedException {
    Completion connected = new Completion();
    try {
      client.connect(access.options(), null, connected);
      return connected.await();
    } catch (MqttException e) {
      if (!OLD_BROKER.contains(e.getReasonCode())) {
        throw e;
      }
      throw new IllegalStateException(
          "mqtt.url (%s) is a broker that speaks no MQTT 5. Name one that does and let this one bridge to it."
              .formatted(access.url()),
          e);
    }
  }

  private void subscribe(List<String> filters)
      throws MqttException, TimeoutException, InterruptedException {
    MqttSubscription[] subscriptions =
        filters.stream()
            .map(filter -> new MqttSubscription(filter, QOS))
            .toArray(MqttSubscription[]::new);
    Completion subscribed = new Completion();
    client.subscribe(subscriptions, null, subscribed, new MqttProperties());
    int[] codes = subscribed.await().getReasonCodes();
    for (int i = 0; codes != null && i < codes.length; i++) {
      if (codes[i] >= FIRST_FAILURE_CODE) {
        LOG.error("The broker refuses the subscription {}", filters.get(i));
        throw new MqttException(codes[i]);
      }
    }
  }

  /** Blocks until the connection has ended and says why. */
  String awaitEnd() throws InterruptedException {
    try {
      return end.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The end of a connection is always a reason", e);
    }
  }

  /** From now on leaves what arrives to the next connection; what is on its way is finished. */
  void stopTaking() {
    taking = false;
  }

  /** Sends what acknowledgements are due and says goodbye; the broker keeps the session. */
  void leave() {
    taking = false;
    try {
      client.disconnectForcibly(QUIESCE_MILLIS, 500, true);
    } catch (MqttException e) {
      LOG.debug("The broker was gone before the goodbye", e);
    }
    end.complete("closed");
    closeClient();
  }

  /** Cuts the connection without a word, so that the broker delivers again what is not safe. */
  void cut() {
    end.complete("cut");
    try {
      client.disconnectForcibly(0, 0, false);
    } catch (MqttException e) {
      LOG.debug("The connection was already gone", e);
    }
    closeClient();
  }

  private void closeClient() {
    try {
      client.close();
    } catch (MqttException e) {
      LOG.debug("Cannot release the MQTT client", e);
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    if (!taking || end.isDone()) {
      return;
    }
    Delivery delivery = new Delivery(message.getId(), message.getQos());
    try {
      receiver.forward(topic, message.getPayload(), delivery);
    } catch (RuntimeException e) { // the client would swallow it, and the message with it
      delivery.failed(e);
    }
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    String reason = response.getReasonString();
    end.complete(
        "the broker or the network ended it, code %d%s"
            .formatted(response.getReturnCode(), reason == null ? "" : ": " + reason));
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    LOG.warn("MQTT error", exception);
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // nothing is published here
  }

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {
    // open() waits for the token instead
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // no extended authentication
  }

  /** One message of this connection on its way to Kafka. */
  private final class Delivery implements Receiver.Delivery {
    private final int messageId;
    private final int qos;

    Delivery(int messageId, int qos) {
      this.messageId = messageId;
      this.qos = qos;
    }

    @Override
    public void done() {
      if (qos == 0 || end.isDone()) {
        return;
      }
      try {
        client.messageArrivedComplete(messageId, qos);
      } catch (MqttException e) {
        end.complete("an acknowledgement could not be sent: " + e.getMessage());
      }
    }

    @Override
    public void failed(Exception cause) {
      end.complete("Kafka did not take a message: " + cause);
    }

    @Override
    public void publish(String topic, byte[] payload) {
      try {
        client.publish(topic, payload, 0, false);
      } catch (MqttException e) {
        LOG.warn("{} could not be published", topic, e);
      }
    }
  }

  /** The answer to a request, waited for with a bound. */
  private static final class Completion implements MqttActionListener {
    private final CompletableFuture<IMqttToken> answer = new CompletableFuture<>();

    @Override
    public void onSuccess(IMqttToken token) {
      answer.complete(token);
    }

    @Override
    public void onFailure(IMqttToken token, @Nullable Throwable failure) {
      answer.completeExceptionally(
          failure == null ? new MqttException(token.getException()) : failure);
    }

    IMqttToken await() throws MqttException, TimeoutException, InterruptedException {
      Duration bound = MqttAccess.CONNECT_TIMEOUT.plusSeconds(5);
      try {
        return answer.get(bound.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof MqttException known ? known : new MqttException(e.getCause());
      }
    }
  }
}
