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

}  // namespace

std::string narrate_major(const desk::MajorDeclared& e, const desk::Actor&, const policy::Policy& policy) {
  std::string parts;
  for (const desk::MajorPost& post : e.posts) {
    const std::string who =
        post.person.empty() ? fmt::format("`{}`", post.team.text()) : display_of(post.person, policy);
    parts += fmt::format("{} {} {}", parts.empty() ? ";" : ",", who, role_words(post, true));
  }
  return fmt::format("declared a major incident{}: {}{}; {}",
                     e.scenario.empty() ? std::string() : fmt::format(" (`{}`)", e.scenario), e.reason, parts,
                     reached_words(e.told, policy));
}

std::string narrate_major(const desk::MajorRoleGiven& e, const desk::Actor& actor, const policy::Policy& policy) {
  const bool themselves = e.post.person == actor.person;
  const std::string what = role_words(e.post, themselves);
  const std::string before =
      e.from_person.empty() ? fmt::format("`{}`", e.from_team.text()) : display_of(e.from_person, policy);
  const bool is_first = e.from_person.empty() && e.from_team.empty();
  const std::string instead = is_first ? std::string() : fmt::format(", in the place of {}", before);
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

}  // namespace tandem::app
