package io.gemba.planner.roster;

import io.gemba.site.Person;
import io.gemba.site.Site;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people are called. */
final class Names {
  private final Map<String, String> names;

  Names(Site site) {
    names = site.people().stream().collect(Collectors.toMap(Person::id, Person::name));
  }

  /** The name of a person; the id when the site file does not know it any more. */
  String of(String person) {
    return names.getOrDefault(person, person);
  }

  /** A sentence about a person that names the id, with the name in its place. */
  String in(String sentence, String person) {
    return Pattern.compile("(?<![\\w.-])" + Pattern.quote(person) + "(?![\\w-])")
        .matcher(sentence)
        .replaceAll(Matcher.quoteReplacement(of(person)));
  }
}
