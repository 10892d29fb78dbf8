// Where the actor stands towards a ticket, in the words of the agreement in force: the questions every rule asks before
// it looks at anything else. Private to this folder.
//
//   const Standing standing(ticket, circumstances);
//   if (auto refusal = standing.must_own("resolve it")) return *std::move(refusal);
//
// An import repeats what happened elsewhere and passes every question about membership. Borrows its arguments.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "desk/decide.h"

namespace tandem::desk {

class Standing {
 public:
  Standing(const Ticket& ticket, const Circumstances& circumstances);

  // The actor is a person of the client or a provider. `doing` completes "only … may": "change the priority".
  [[nodiscard]] std::optional<Refusal> must_belong(std::string_view doing) const;
  // The actor is a member of the team that owns the ticket. Where a new version of the agreement has no such team any
  // more, nobody is, and the refusal says whose turn it is; what is resolved or closed nobody takes any more, so the
  // team that the agreement names now does what is left to do.
  [[nodiscard]] std::optional<Refusal> must_own(std::string_view doing) const;
  // The actor may answer the hand-off: the person it names or their team's lead; without a name, any member.
  [[nodiscard]] std::optional<Refusal> must_receive(const HandoffOffered& offer) const;
  // The actor is the ticket's requester, known by their address.
  [[nodiscard]] bool is_requester() const;
  [[nodiscard]] bool is_member(const TeamName& team) const;
  // The team that may take the ticket: its owner, or the team that the agreement names now where it no longer has the
  // owner.
  [[nodiscard]] policy::TeamIndex taking_team() const;
  // The first of the agreement's teams that the actor is a member of; the empty name when there is none.
  [[nodiscard]] TeamName first_team() const;

 private:
  [[nodiscard]] std::optional<policy::PersonIndex> party_person() const;

  const Ticket& ticket_;
  const Circumstances& circumstances_;
  const policy::Policy& policy_;
  const Actor& actor_;
};

// Whether the person belongs to the client or a provider: vendors' people have no hand in tickets.
[[nodiscard]] bool is_of_a_party(const policy::Policy& policy, policy::PersonIndex person);

// The team as people read it: "`soc` of Northbeam IT", or its bare name when the agreement no longer has it.
[[nodiscard]] std::string spoken_team(const policy::Policy& policy, const TeamName& team);
// The person as people read them: "Mei Tanaka", or `mei` in backticks when the agreement no longer has them.
[[nodiscard]] std::string spoken_person(const policy::Policy& policy, const PersonName& person);
// "Dana Whitfield and Priya Raman", of what is spoken already.
[[nodiscard]] std::string spoken_list(std::span<const std::string> spoken);
[[nodiscard]] std::string spoken_people(const policy::Policy& policy, std::span<const PersonName> people);

}  // namespace tandem::desk
