// Macros: what a team does again and again, under a name. One is a reply with placeholders, steps before and after it,
// or both; a canned reply is one without steps. Running one on a ticket is one step: all of it or nothing.
//
//   auto made = macros.add(caller, engagement, {.title = "restart", .text = "Dear {requester}, …", .end = …});
//   auto after = macros.run(caller, engagement, made->id.text(), "HCU-12", {});
//
// Placeholders: {requester} their name, {number} of the ticket, {owner} whoever has it then: the person, or the team.
// Thread-safe.
#pragma once

#include <string>
#include <vector>

#include "app/author.h"
#include "app/tickets.h"

namespace tandem::app {

inline constexpr std::size_t kMaxMacroTitle = 100;
inline constexpr std::size_t kMaxMacros = 500;  // of an engagement

class Macros {
 public:
  // All outlive this.
  Macros(Store& store, const Engagements& engagements, Tickets& tickets, const base::Clock& clock, base::IdSource& ids)
      : store_(&store), engagements_(&engagements), tickets_(&tickets), clock_(&clock), ids_(&ids) {}

  // Those of the caller's teams and of everybody, by title.
  [[nodiscard]] Outcome<std::vector<MacroRecord>> list(const Caller& caller,
                                                       const desk::EngagementName& engagement) const;
  // `id`, `engagement` and `changed` of the macro are set here. Of a team of the caller's or of everybody. `seen`: when
  // the macro was last changed, as the caller knows it; Stale when somebody has changed it since. Nothing: whatever it
  // is.
  [[nodiscard]] Outcome<MacroRecord> add(const Caller& caller, const desk::EngagementName& engagement,
                                         MacroRecord macro);
  [[nodiscard]] Outcome<MacroRecord> change(const Caller& caller, const desk::EngagementName& engagement,
                                            std::string_view id, MacroRecord macro,
                                            const std::optional<base::Instant>& seen);
  [[nodiscard]] Outcome<> remove(const Caller& caller, const desk::EngagementName& engagement, std::string_view id,
                                 const std::optional<base::Instant>& seen);

  // What is so already (taken, that priority, those tags) is left out. Refused as its commands are.
  [[nodiscard]] Outcome<TicketView> run(const Caller& caller, const desk::EngagementName& engagement,
                                        std::string_view id, std::string_view ticket, const CommandOptions& options);

 private:
  [[nodiscard]] Outcome<AuthorScope> enter(const Caller& caller, const desk::EngagementName& engagement) const;
  // One that the caller may read. NotFound otherwise.
  [[nodiscard]] Outcome<MacroRecord> find(const AuthorScope& scope, std::string_view id) const;
  // As it is to be kept, signed by the caller; or what speaks against it.
  [[nodiscard]] Outcome<MacroRecord> compose(const AuthorScope& scope, MacroRecord macro) const;

  Store* store_;
  const Engagements* engagements_;
  Tickets* tickets_;
  const base::Clock* clock_;
  base::IdSource* ids_;
};

}  // namespace tandem::app
