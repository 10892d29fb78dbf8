// Who is told of what: of a step's events, the people whom they concern, each once and with the strongest reason. What
// they are told about they may read; nobody is told of their own deed; history that is imported is no news.
//
//   for (const Notice& notice : notices({.before = &before, .after = after, .events = events, .policy = policy})) …
//
// An event that should tell somebody gets one line in notice.cpp (Teller); one that has none tells watchers only.
// Pure; O(events × people).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "desk/ticket.h"
#include "policy/policy.h"

namespace tandem::desk {

// Why, the strongest first: of several reasons in one step a person is told the first.
enum class NoticeKind : std::uint8_t {
  Mentioned,
  MajorPart,       // they have a part in a major incident
  Major,           // they are told of one, or that it is not told about in time
  RulingAsked,     // they are asked whose it is
  AnswerAsked,     // their advice, word, decision, approval or review is wanted
  SignatureAsked,  // under a proposed agreement
  Escalated,       // nobody has acknowledged it
  TargetWarned,    // a target is near, or missed
  ChaseDue,        // a vendor has not answered, or sends them round in circles
  CoverWanted,     // of somebody's leave, which they are to arrange
  DueDate,         // it is due soon or today, or is overdue
  StepsDone,       // the last step of the checklist of what they have
  Offered,         // to them or their team
  OfferExpired,    // of a team of theirs, or that they made
  Reopened,        // what they have or asked for
  Assigned,        // they have it now; or they lead the team that nobody of has it
  MovedAway,       // somebody else has now what they had
  Changed,         // the priority or category of what they have, by somebody else
  WaitingForYou,   // the requester
  Answered,        // somebody wrote on what they have, or to the requester
  OfferAnswered,   // that they made; or one to them or their team is withdrawn
  Settled,         // whose it is, which they asked
  DoneAlone,       // what the other side did alone
  Decided,         // what was decided or who decides now, or what becomes of a planned change
  Agreement,       // what becomes of a draft or proposal, and from when a version is in force
  Lapsing,         // what was decided ends soon, or has ended
  Resolved,        // what they asked for
  Linked,          // something happened to what theirs was merged into, or waits for
  Rated,           // how it went, on what they have
  WatchAdded,      // a colleague made them watch it
  Watched,         // they watch it, and something happened
};
[[nodiscard]] std::string_view to_text(NoticeKind kind);  // "mentioned"

// A person of the agreement, or an end user by their address: one of them is set.
struct Reader {
  PersonName person;
  std::string email;  // in lower case
  bool operator==(const Reader&) const = default;
};

struct Notice {
  Reader to;
  NoticeKind kind = NoticeKind::Watched;
  std::uint32_t version = 0;  // of the event that tells it, within the ticket, or within the life of the agreement
  bool operator==(const Notice&) const = default;
};

struct Step {
  const Ticket* before;  // null: it was opened
  const Ticket& after;
  std::span<const Event> events;
  const policy::Policy& policy;
};

[[nodiscard]] std::vector<Notice> notices(const Step& step);

}  // namespace tandem::desk
