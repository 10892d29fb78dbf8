#include "app/change_narrative.h"

#include "app/narrative.h"
#include "app/narrative_words.h"
#include "calendar/date_text.h"

namespace tandem::app {
namespace {

std::string window_words(base::Instant from, base::Instant to, const policy::Policy& policy) {
  const calendar::Zone& zone = policy.zone();
  return fmt::format("{} to {} ({})", calendar::local_time_text(from, zone), calendar::local_time_text(to, zone),
                     zone.name());
}

std::string asked_words(const std::vector<desk::Consulted>& asked, const policy::Policy& policy) {
  if (asked.empty()) return "nobody is asked";
  std::string names;
  for (const desk::Consulted& one : asked) {
    names += names.empty() ? "" : ", ";
    names += one.team.empty() ? display_of(one.person, policy) : fmt::format("`{}`", one.team.text());
  }
  return fmt::format("asks {}", names);
}

// What spoke against it, as a clause: "it falls into the freeze `year end`".
std::string finding_words(const desk::ChangeFinding& finding) {
  switch (finding.kind) {
    case desk::ChangeFindingKind::Freeze:
    case desk::ChangeFindingKind::FreezeExcepted:
    case desk::ChangeFindingKind::BusinessHours: return fmt::format("it {}", finding.text);
    case desk::ChangeFindingKind::Clash:
    case desk::ChangeFindingKind::NobodyThere: return finding.text;
  }
  return finding.text;
}

std::string_view ground_words(desk::ApprovalGround ground) {
  switch (ground) {
    case desk::ApprovalGround::Standard: return "approved it, as the agreement allows it unasked";
    case desk::ApprovalGround::Authority: return "approved it within what the team may decide alone";
    case desk::ApprovalGround::Accountable: return "approved it, answering for the activity";
    case desk::ApprovalGround::Decider: return "approved it, deciding this kind of decision";
    case desk::ApprovalGround::Deadlock: return "approved it although somebody objected";
  }
  return "";
}

}  // namespace

std::string narrate_change(const desk::ChangePlanned& e, const policy::Policy& policy) {
  const std::string_view article = e.plan.kind == desk::ChangeKind::Emergency ? "an" : "a";
  return fmt::format("planned {} {} change of `{}`, {}, risk {}; {}", article, desk::to_text(e.plan.kind),
                     e.plan.activity.text(), window_words(e.plan.from, e.plan.to, policy), desk::to_text(e.plan.risk),
                     asked_words(e.asked, policy));
}

std::string narrate_change(const desk::ChangeRescheduled& e, const policy::Policy& policy) {
  return fmt::format("gave it another window, {}: {}; {}", window_words(e.from, e.to, policy), e.reason,
                     asked_words(e.asked, policy));
}

std::string narrate_change(const desk::ChangeAnswered& e, const policy::Policy& policy) {
  std::string seats;
  for (const desk::Consulted& one : e.as) {
    seats += seats.empty() ? "" : ", ";
    seats += one.team.empty() ? display_of(one.person, policy) : fmt::format("`{}`", one.team.text());
  }
  return fmt::format("{} for {}{}", e.answer == desk::ChangeAnswer::Agree ? "agreed" : "objected", seats,
                     after_colon(e.reason));
}

std::string narrate_change(const desk::ChangeApproved& e, const policy::Policy& policy) {
  std::string text(ground_words(e.ground));
  text += after_colon(e.note);
  for (const desk::ChangeFinding& finding : e.findings) text += fmt::format("; although {}", finding_words(finding));
  return text + told_words(e.told, policy);
}

std::string narrate_change(const desk::ChangeStarted& e, const policy::Policy& policy) {
  return "started the change" + told_words(e.told, policy);
}

std::string narrate_change(const desk::ChangeFinished& e, const policy::Policy& policy) {
  const bool whole = e.outcome == desk::ChangeOutcome::Success;
  return fmt::format("finished the change{}{}{}", whole ? "" : ", in part", after_colon(e.note),
                     told_words(e.told, policy));
}

std::string narrate_change(const desk::ChangeRolledBack& e, const policy::Policy& policy) {
  return fmt::format("rolled the change back: {}{}", e.reason, told_words(e.told, policy));
}

std::string narrate_change(const desk::ChangeReviewed& e, const policy::Policy&) {
  return fmt::format("reviewed the emergency: {}", e.text);
}

std::string narrate_change(const desk::ChangeWithdrawn& e, const policy::Policy&) {
  return e.reason.empty() ? std::string("withdrew the change with its ticket")
                          : fmt::format("withdrew the change: {}", e.reason);
}

std::string narrate_change(const desk::ChangeLapsed& e, const policy::Policy& policy) {
  return "the window is over and the change was not started" + told_words(e.told, policy);
}

std::string narrate_change(const desk::ChangeNoticed& e, const policy::Policy& policy) {
  const auto words = [&]() -> std::string_view {
    switch (e.notice) {
      case desk::ChangeNotice::AnswersMissing:
        return "not everybody who is asked about the change has answered in time";
      case desk::ChangeNotice::Overrun: return "the change runs past its window";
      case desk::ChangeNotice::ReviewSoon: return "the review of the emergency is due in a day";
      case desk::ChangeNotice::ReviewDue: return "the review of the emergency is due";
    }
    return "";
  };
  return std::string(words()) + told_words(e.told, policy);
}

}  // namespace tandem::app
