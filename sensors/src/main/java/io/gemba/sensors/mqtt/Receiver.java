package io.gemba.sensors.mqtt;

/** Takes the messages of a connection. Thread safe. */
public interface Receiver {

  /** Takes one message; may block, which holds the connection back. */
  void forward(String mqttTopic, byte[] payload, Delivery delivery);

  /** The sender's side of one message; called from any thread. */
  interface Delivery {
    /** The message is safe: acknowledge it. */
    void done();

    /** The message is not safe: it must be delivered again. */
    void failed(Exception cause);

    /** Publishes something on the connection the message came on, without waiting. */
    void publish(String mqttTopic, byte[] payload);
  }
}
