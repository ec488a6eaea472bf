/**
 * HTTP: the one package that knows Javalin. In: requests. Out: the console's files, the endpoints
 * of {@code api}, problem+json, server-sent events, and the headers that keep browsers honest.
 */
@NullMarked
package io.gemba.planner.web;

import org.jspecify.annotations.NullMarked;
