#include "app/major_narrative.h"

#include "app/narrative.h"
#include "app/narrative_words.h"

namespace tandem::app {
namespace {

// What somebody does in a major incident: "leads it", or "lead it" where somebody else has them do it.
std::string role_words(const desk::MajorPost& post, bool is_said_of_them) {
  const std::string_view s = is_said_of_them ? "s" : "";
  switch (post.role) {
    case desk::MajorRole::Lead: return fmt::format("lead{} it", s);
    case desk::MajorRole::Contain: return fmt::format("contain{} it", s);
    case desk::MajorRole::Communicate: return fmt::format("tell{} how it stands", s);
    case desk::MajorRole::Recover: return fmt::format("recover{}", s);
    case desk::MajorRole::Decide: return fmt::format("decide{} `{}`", s, post.decides);
  }
  return "";
}

std::string holder_words(const desk::PersonName& person, const desk::TeamName& team, const policy::Policy& policy) {
  return person.empty() ? fmt::format("`{}`", team.text()) : display_of(person, policy);
}

// ", in the place of Dana Whitfield", or nothing where nobody had the part.
std::string instead_words(const desk::MajorRoleGiven& e, const policy::Policy& policy) {
  const bool is_first = e.from_person.empty() && e.from_team.empty();
  return is_first ? std::string()
                  : fmt::format(", in the place of {}", holder_words(e.from_person, e.from_team, policy));
}

bool is_of_part(const desk::MajorIncident::Entry& entry) {
  return entry.text.starts_with('`') && entry.text.contains("` has the part `");
}

}  // namespace

std::string narrate_major(const desk::MajorDeclared& e, const desk::Actor&, const policy::Policy& policy) {
  std::string parts;
  for (const desk::MajorPost& post : e.posts) {
    parts += fmt::format("{} {} {}", parts.empty() ? ";" : ",", holder_words(post.person, post.team, policy),
                         role_words(post, true));
  }
  return fmt::format("declared a major incident{}: {}{}; {}",
                     e.scenario.empty() ? std::string() : fmt::format(" (`{}`)", e.scenario), e.reason, parts,
                     reached_words(e.told, policy));
}

std::string narrate_major(const desk::MajorRoleGiven& e, const desk::Actor& actor, const policy::Policy& policy) {
  const bool themselves = e.post.person == actor.person;
  const std::string what = role_words(e.post, themselves);
  const std::string instead = instead_words(e, policy);
  return themselves ? fmt::format("{} from now on{}: {}", what, instead, e.post.reason)
                    : fmt::format("has {} {}{}: {}", display_of(e.post.person, policy), what, instead, e.post.reason);
}

std::string narrate_major(const desk::TimelineNoted& e, const desk::Actor&, const policy::Policy&) {
  return fmt::format("noted: {}", e.text);
}

std::string narrate_major(const desk::MajorUpdateSent& e, const desk::Actor&, const policy::Policy& policy) {
  return e.told.empty()
             ? fmt::format("told {} how it stands: {}", desk::to_text(e.to), e.text)
             : fmt::format("told {} how it stands: {}; {}", desk::to_text(e.to), e.text, reached_words(e.told, policy));
}

std::string narrate_major(const desk::MajorUpdateOverdue& e, const desk::Actor&, const policy::Policy& policy) {
  return fmt::format("the update to {} is late; {}", desk::to_text(e.to), reached_words(e.told, policy));
}

std::string narrate_major(const desk::MajorStoodDown& e, const desk::Actor&, const policy::Policy&) {
  return fmt::format("stood it down: {}", e.note);
}

std::string narrate_major(const desk::MajorReviewed& e, const desk::Actor&, const policy::Policy&) {
  return fmt::format("reviewed it: {}", e.text);
}

bool tells_parts(const desk::MajorIncident& major) {
  return std::ranges::any_of(major.timeline, is_of_part);
}

void name_parts(desk::MajorIncident& major, std::span<const StoredEvent> history, const policy::Policy& policy) {
  auto entry = major.timeline.begin();
  for (const StoredEvent& stored : history) {
    const auto* given = std::get_if<desk::MajorRoleGiven>(&stored.event.data);
    if (given == nullptr) continue;
    entry = std::find_if(entry, major.timeline.end(), [&](const desk::MajorIncident::Entry& one) {
      return is_of_part(one) && one.at == stored.event.at && one.by == stored.event.actor;
    });
    if (entry == major.timeline.end()) return;
    const desk::MajorPost& post = given->post;
    entry->text = fmt::format("{} {}{}: {}", holder_words(post.person, post.team, policy), role_words(post, true),
                              instead_words(*given, policy), post.reason);
    ++entry;
  }
}

}  // namespace tandem::app
