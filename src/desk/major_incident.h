// A major incident: work that both teams drop everything for. A person of either side declares it, or the agreement
// does: work of the most urgent priority whose category is the name of a scenario. At once everybody is told whom the
// agreement names for critical news, and who leads each team; the scenario says who contains, communicates, recovers
// and decides, and who leads the owning team leads.
//
// Until it is stood down, requesters and leadership are owed an update as often as the scenario said when it was
// declared, else every kUpdateEvery: when one is late, who communicates is told, then who leads, and each time from
// then on who answers for the work. Affected tickets are its parts
// (`has-part`): what requesters are told is told on each, and what resolves it resolves them, except those that
// somebody of another team is on. It is closed only after it was reviewed; what follows from the review are tasks
// linked with it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "desk/actor.h"
#include "desk/escalation.h"
#include "desk/names.h"

namespace tandem::desk {

enum class MajorRole : std::uint8_t { Lead, Contain, Communicate, Recover, Decide };
[[nodiscard]] std::string_view to_text(MajorRole role);  // "lead"
enum class UpdateAudience : std::uint8_t { Requesters, Leadership };
[[nodiscard]] std::string_view to_text(UpdateAudience audience);  // "requesters"

inline constexpr base::Duration kUpdateEvery = base::hours(1);
// From telling who communicates to telling who leads; no longer than until the next update would be due.
inline constexpr base::Duration kUpdateGrace = base::minutes(15);

// Commands ----------------------------------------------------------------------------------------------------------

struct DeclareMajor {
  std::string scenario;  // of the agreement; empty: none fits
  std::string reason;
};
struct GiveMajorRole {
  MajorRole role = MajorRole::Lead;
  PersonName person;
  std::string decides;  // with MajorRole::Decide: what
  std::string reason;   // may be empty while nobody else has the part
};
struct NoteInTimeline {
  std::string text;
};
struct SendMajorUpdate {
  UpdateAudience to = UpdateAudience::Requesters;
  std::string text;
};
struct StandDown {
  std::string note;
};
struct ReviewMajor {
  std::string text;  // what happened, what went well, what did not
};

// Events ------------------------------------------------------------------------------------------------------------

struct MajorPost {
  MajorRole role = MajorRole::Lead;
  std::string decides;  // with MajorRole::Decide: what
  TeamName team;        // one of the two is empty
  PersonName person;
  std::string reason;
  std::string file;  // of the agreement; empty when no line of it is the reason
  std::uint32_t line = 0;
  bool operator==(const MajorPost&) const = default;
};
struct MajorDeclared {
  std::string scenario;
  std::string reason;
  std::vector<Told> told;
  std::vector<MajorPost> posts;
  base::Instant update_due;          // the first, to both audiences
  std::uint32_t update_minutes = 0;  // as often as the scenario says; 0: it does not say
  bool operator==(const MajorDeclared&) const = default;
};
// How often requesters and leadership are owed an update until it is stood down.
[[nodiscard]] base::Duration update_interval(const MajorDeclared& declared);

struct MajorRoleGiven {
  MajorPost post;
  TeamName from_team{};  // who had it; both are empty where nobody had
  PersonName from_person{};
  bool operator==(const MajorRoleGiven&) const = default;
};
struct TimelineNoted {
  std::string text;
  bool operator==(const TimelineNoted&) const = default;
};
struct MajorUpdateSent {
  UpdateAudience to = UpdateAudience::Requesters;
  std::string text;
  std::vector<Told> told;  // of leadership
  base::Instant next_due;
  bool operator==(const MajorUpdateSent&) const = default;
};
struct MajorUpdateOverdue {
  UpdateAudience to = UpdateAudience::Requesters;
  std::uint32_t step = 0;  // 1: who communicates is told, 2: who leads, more: who answers for the work as well
  std::vector<Told> told;
  std::optional<base::Instant> next;
  bool operator==(const MajorUpdateOverdue&) const = default;
};
struct MajorStoodDown {
  std::string note;
  bool operator==(const MajorStoodDown&) const = default;
};
struct MajorReviewed {
  std::string text;
  bool operator==(const MajorReviewed&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct MajorIncident {
  MajorDeclared declared;
  base::Instant declared_at;
  Actor declared_by;
  std::vector<MajorPost> posts;  // of now, one for each role, and for each thing to decide
  struct Entry {
    base::Instant at;
    Actor by;
    std::string text;
    bool operator==(const Entry&) const = default;
  };
  std::vector<Entry> timeline;
  struct Cadence {
    std::optional<base::Instant> due;
    std::uint32_t step = 0;  // how far it has been told that the update is late
    bool operator==(const Cadence&) const = default;
  };
  std::array<Cadence, 2> updates;  // by UpdateAudience
  std::optional<base::Instant> stood_down_at;
  std::optional<base::Instant> reviewed_at;
  std::string review;
  std::optional<Entry> told_requesters{};  // the latest update to them, since it was declared
  bool operator==(const MajorIncident&) const = default;

  [[nodiscard]] bool is_on() const { return !stood_down_at; }
};

}  // namespace tandem::desk
