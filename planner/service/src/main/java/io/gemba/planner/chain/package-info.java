/**
 * The chain from an alarm to money: read off the causes that messages carry. In: nodes with their
 * causes. Out: links in order, each with its price.
 */
@NullMarked
package io.gemba.planner.chain;

import org.jspecify.annotations.NullMarked;
