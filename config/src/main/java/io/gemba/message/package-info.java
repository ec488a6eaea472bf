/**
 * The messages that cross a topic: one immutable record each, JSON on Kafka. In: values from a
 * producer, checked in the compact constructors. Out: the same values, whatever module reads them.
 */
@NullMarked
package io.gemba.message;

import org.jspecify.annotations.NullMarked;
