// Who does something to what an engagement keeps: somebody signed in, or the command line; and the two inside one
// engagement. Who may do what is caller.h's and each use case's own.
//
//   const auto scope = enter_as(author, *engagements_, engagement, clock_->now());
//   if (!scope) return std::unexpected(scope.error());
//   record.changed = scope->signature;
#pragma once

#include <memory>

#include "app/caller.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/leave_records.h"

namespace tandem::app {

// Whoever has the database in their hands; may do and read everything.
struct CommandLine {};

// Made from either as it is passed, and not kept. The caller outlives it.
class Author {
 public:
  Author(const Caller& caller) : caller_(&caller) {}              // NOLINT(google-explicit-constructor)
  Author(CommandLine) {}                                          // NOLINT(google-explicit-constructor)
  [[nodiscard]] const Caller* caller() const { return caller_; }  // null: the command line

 private:
  const Caller* caller_ = nullptr;
};

struct AuthorScope {
  const MembershipRecord* membership = nullptr;  // null: the command line
  std::shared_ptr<const Engagement> engagement;
  Signature signature;  // of what they do now

  [[nodiscard]] const policy::Policy& policy() const { return *engagement->policy; }
  [[nodiscard]] const desk::EngagementName& name() const { return engagement->record.name; }
};

// NotFound for an engagement that is not there and for one that the author does not belong to: the two are not told
// apart.
[[nodiscard]] Outcome<AuthorScope> enter_as(const Author& author, const Engagements& engagements,
                                            const desk::EngagementName& engagement, base::Instant now);

}  // namespace tandem::app
