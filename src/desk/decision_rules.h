// What the rules about decisions share: who is told, who decides, how much they may. Private to this folder.
#pragma once

#include "desk/rules.h"

namespace tandem::desk {

// People in the order in which they are added, each once, as what they were first added. Whom something is told: but
// for `actor`, who does it, and for whoever may not read work of the category.
class ToldList {
 public:
  // Borrows the first two.
  ToldList(const policy::Policy& policy, const CategoryName& category, base::Instant now, PersonName actor = {})
      : policy_(policy), category_(category), now_(now), actor_(std::move(actor)) {}

  void add(policy::PersonIndex person, std::string_view as);
  void add(const PersonName& person, std::string_view as);  // who is not in the agreement any more is left out
  void add_members(policy::TeamIndex team);
  void add_speaker(policy::TeamIndex team);  // its lead, or everybody where it has none
  void add(const std::vector<Told>& others);
  [[nodiscard]] std::vector<Told> take() && { return std::move(told_); }

 private:
  const policy::Policy& policy_;
  const CategoryName& category_;
  base::Instant now_;
  PersonName actor_;
  std::vector<Told> told_;
};

// decision_request.cpp
// What OpenTicket's optional part becomes; `ownership` is what the ticket begins with.
struct DecisionOpening {
  const NewDecision& command;
  const CategoryName& category;
  const Ownership& ownership;
  const Circumstances& circumstances;
};
[[nodiscard]] std::variant<DecisionAsked, Refusal> ask_decision(const DecisionOpening& opening);
// Nothing where the ticket is a decision that is still to be taken.
[[nodiscard]] std::optional<Refusal> must_be_undecided(const Ticket& ticket);
// Everybody whom it concerns: who decides, who was asked, who leads, who is informed.
[[nodiscard]] std::vector<Told> concerned(const Case& given);
// What follows when the last side that is waited for has written: all open, and where they differ the say passes on.
void open_recommendations(std::vector<Recommendation> all, const Case& given, Events& events);
[[nodiscard]] Refusal bad_decision(std::string_view field, std::string message);
// `a` and `b`; nothing for nobody.
template <class Name>
std::string spoken_names(const std::vector<Name>& names) {
  std::string text;
  for (const Name& name : names) text += fmt::format("{}`{}`", text.empty() ? "" : ", ", name.text());
  return text;
}

// decision_authority.cpp
// In what the option goes beyond what the activity's team may decide alone; nothing when it does not, or when whoever
// has the say now is not bound by that.
struct Excess {
  std::string words;  // "it costs 300.00 USD: `soc` may spend 0 USD"
  policy::TextPlace at;
};
[[nodiscard]] std::optional<Excess> excess_of(const DecisionOption& option, const Case& given);
[[nodiscard]] bool is_too_dear(const Cost& cost, const policy::Authority::Spend& limit);
// Who may decide what the actor may not; none: nobody is named.
[[nodiscard]] PersonName authority_above(const Case& given);

}  // namespace tandem::desk
