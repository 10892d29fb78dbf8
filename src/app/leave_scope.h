// An author inside one engagement, and what they may do with its people's leave: what Leave and LeaveFeeds begin with.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/caller.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/leave_records.h"

namespace tandem::app {

// Whoever has the database in their hands; may record for everybody.
struct CommandLine {};

// Who asks: somebody signed in, who may do what caller.h says, or the command line. Made from either as it is passed,
// and not kept. The caller outlives it.
class LeaveAuthor {
 public:
  LeaveAuthor(const Caller& caller) : caller_(&caller) {}         // NOLINT(google-explicit-constructor)
  LeaveAuthor(CommandLine) {}                                     // NOLINT(google-explicit-constructor)
  [[nodiscard]] const Caller* caller() const { return caller_; }  // null: the command line

 private:
  const Caller* caller_ = nullptr;
};

struct LeaveScope {
  const MembershipRecord* membership = nullptr;  // null: the command line
  std::shared_ptr<const Engagement> engagement;
  Signature signature;

  [[nodiscard]] const policy::Policy& policy() const { return *engagement->policy; }
  [[nodiscard]] const desk::EngagementName& name() const { return engagement->record.name; }
  [[nodiscard]] bool may_read() const { return membership == nullptr || may_read_calendar(*membership); }
  [[nodiscard]] bool may_record(const desk::PersonName& person) const {
    return membership == nullptr || may_record_leave(*membership, person, policy());
  }
  // Whether there is anybody at all whose leave they may record: others are told so before their words are looked at.
  [[nodiscard]] bool may_write() const { return membership == nullptr || membership->role == Role::Member; }
};

// NotFound for an engagement the author does not belong to.
[[nodiscard]] Outcome<LeaveScope> enter_leave(const LeaveAuthor& author, const Engagements& engagements,
                                              const desk::EngagementName& engagement, base::Instant now);

inline constexpr std::string_view kNotTheirLeave =
    "leave is recorded by the person themselves, or by whoever leads their team";
[[nodiscard]] bool is_one_line(std::string_view text);

}  // namespace tandem::app
