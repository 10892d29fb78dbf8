#include "app/narrative_words.h"

#include "app/narrative.h"
#include "calendar/date_text.h"

namespace tandem::app {

std::string people_words(const std::vector<desk::PersonName>& people, const policy::Policy& policy) {
  std::string text;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const std::string_view before = i == 0 ? "" : i + 1 == people.size() ? " and " : ", ";
    text += fmt::format("{}{}", before, display_of(people[i], policy));
  }
  return text;
}

std::string told_words(const std::vector<desk::Told>& told, const policy::Policy& policy) {
  return told.empty() ? std::string() : fmt::format("; {} told", spoken_told(told, policy));
}

std::string told_words(const std::vector<desk::PersonName>& told, const policy::Policy& policy) {
  if (told.empty()) return {};
  return fmt::format("; {} {} told", people_words(told, policy), told.size() == 1 ? "is" : "are");
}

std::string reached_words(const std::vector<desk::Told>& told, const policy::Policy& policy) {
  return told.empty() ? std::string("nobody is told") : fmt::format("{} told", spoken_told(told, policy));
}

std::string ticket_words(std::uint64_t number) {
  return number == 0 ? std::string("a ticket that you may not read") : fmt::format("#{}", number);
}

std::string time_words(base::Instant at, const policy::Policy& policy) {
  return fmt::format("{} ({})", calendar::local_time_text(at, policy.zone()), policy.zone().name());
}

std::string after_colon(const std::string& text) {
  return text.empty() ? std::string() : fmt::format(": {}", text);
}

}  // namespace tandem::app
