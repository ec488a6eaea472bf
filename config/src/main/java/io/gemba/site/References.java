package io.gemba.site;

import io.gemba.yaml.YamlDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes ids that are used twice, and names of what is not there. */
final class References {
  private static final int NAMED = 8;

  private final YamlDocument document;

  References(YamlDocument document) {
    this.document = document;
  }

  /** Each id of a list's elements must be one of those known. */
  void known(String list, String key, Collection<String> known, String where) {
    document.texts(list, key).forEach((at, id) -> one(at, id, known, where));
  }

  /** Each text of a list must be one of those known. */
  void allKnown(String list, Collection<String> known, String where) {
    document.elements(list, String.class).forEach((at, id) -> one(at, id, known, where));
  }

  /** The text at a path, if there is one, must be one of those known. */
  void find(String path, Collection<String> known, String where) {
    document.find(path, String.class).ifPresent(id -> one(path, id, known, where));
  }

  /** The id at a path must be one of those known. */
  void one(String path, String id, Collection<String> known, String where) {
    if (!known.contains(id)) {
      List<String> some = known.stream().distinct().sorted().limit(NAMED).toList();
      document.problem(
          path,
          "'%s' is not among the %s. Known: %s."
              .formatted(id, where, some.isEmpty() ? "none" : String.join(", ", some)));
    }
  }

  /** No two of the ids, by their paths, may be the same. */
  void unique(Map<String, String> ids) {
    Map<String, String> seen = new HashMap<>();
    ids.forEach(
        (at, id) -> {
          String first = seen.putIfAbsent(id, at);
          if (first != null) {
            document.problem(
                at,
                "'%s' is used by %s already. Give one of them another."
                    .formatted(id, first.substring(0, first.lastIndexOf('.'))));
          }
        });
  }
}
