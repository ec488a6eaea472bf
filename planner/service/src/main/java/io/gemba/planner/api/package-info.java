/**
 * The REST contract: every endpoint with its parameters, body, answer and action, and the OpenAPI
 * document made from that list. Knows no web framework. In: a {@link io.gemba.planner.api.Request}.
 * Out: an {@link io.gemba.planner.api.Answer} or a {@link io.gemba.planner.api.ProblemException}.
 */
@NullMarked
package io.gemba.planner.api;

import org.jspecify.annotations.NullMarked;
