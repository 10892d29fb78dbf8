// Whose work is it? The team that has a ticket says "not ours", or a ticket has gone back and forth: then the people
// whom the agreement names rule, step by step, each step within its time. Until they do, and whatever happens, the team
// that has it keeps it.
//
// A ticket that bounced is looked at by the leads of both teams first (joint triage), and by the agreement's path when
// they do not agree. The people of a step decide together: a ruling stands when all of them name the same team; when
// all have spoken and do not agree, the next step is asked at once. Who has left the agreement is not waited for; where
// a step has nobody left, the next one with somebody is asked, and where none has, the agreement in force is asked
// anew.
//
// Each step that is asked is a question, numbered within the ticket as its hand-offs are. A ruling that names its
// question counts for that one only: where it comes twice, or late, it does not count in the next step or dispute,
// which may ask the same person.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "desk/actor.h"
#include "desk/names.h"

namespace tandem::desk {

enum class DisputeKind : std::uint8_t { NotOurs, Bounced };
[[nodiscard]] std::string_view to_text(DisputeKind kind);  // "not-ours"
enum class SettledBy : std::uint8_t {
  Ruling,
  Handoff,     // another team accepted it
  Change,      // it went to another team for another reason: its category, the hour
  Resolution,  // the work was done
  Withdrawal,  // the team that raised it took it back
};
[[nodiscard]] std::string_view to_text(SettledBy by);  // "ruling"

// Commands ----------------------------------------------------------------------------------------------------------

struct RaiseDispute {
  std::string reason;
};
struct GiveRuling {
  TeamName team;  // whose it is
  std::string reason;
  std::optional<std::uint32_t> question = {};  // that it answers (Ticket::last_question); nothing: what is asked now
};
struct WithdrawDispute {};

// Events ------------------------------------------------------------------------------------------------------------

struct DisputeRaised {
  DisputeKind kind = DisputeKind::NotOurs;
  std::string reason;
  std::vector<std::vector<PersonName>> path;  // as it is agreed now: who decides together, step by step
  std::optional<base::Instant> due;           // of the first step; nothing: no limit is agreed
  bool operator==(const DisputeRaised&) const = default;
};
struct RulingGiven {
  TeamName team;
  std::string reason;
  bool operator==(const RulingGiven&) const = default;
};
struct DisputeMovedOn {
  std::uint32_t step = 0;  // that is asked now, from 1; the same step when there is no other
  std::optional<base::Instant> due;
  std::vector<std::vector<PersonName>> path;  // where nobody was left to ask: the path from now on; else empty
  bool operator==(const DisputeMovedOn&) const = default;
};
struct DisputeSettled {
  SettledBy by = SettledBy::Ruling;
  TeamName team;  // that has the ticket now
  std::string reason;
  bool operator==(const DisputeSettled&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct Dispute {
  DisputeRaised raised;
  base::Instant raised_at;
  Actor raised_by;
  std::uint32_t step = 1;  // that is asked now
  std::optional<base::Instant> due;
  struct Ruling {
    PersonName person;
    TeamName team;
    std::string reason;
    bool operator==(const Ruling&) const = default;
  };
  std::vector<Ruling> rulings;  // of this step, each person's latest
  bool operator==(const Dispute&) const = default;

  // Those whom the path names; some may have left the agreement since.
  [[nodiscard]] const std::vector<PersonName>& deciders() const { return raised.path[step - 1]; }
};

}  // namespace tandem::desk
