package io.gemba.planner.web;

import io.gemba.planner.api.Request;
import io.javalin.http.Context;
import java.util.Optional;

/** A request as Javalin has it. */
record JavalinRequest(Context context) implements Request {
  @Override
  public String path(String name) {
    return context.pathParam(name);
  }

  @Override
  public Optional<String> findQuery(String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
  }

  @Override
  public Optional<String> findHeader(String name) {
    return Optional.ofNullable(context.header(name)).filter(text -> !text.isBlank());
  }

  @Override
  public byte[] body() {
    return context.bodyAsBytes();
  }
}
