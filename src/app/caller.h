// Who is asking, and the walls. A Caller is an account with its memberships, made by Accounts from a session or a
// token. Every permission of the product is one function here; nobody else compares roles.
#pragma once

#include <string>
#include <vector>

#include "app/registry_records.h"
#include "desk/command.h"
#include "desk/ticket.h"
#include "policy/policy.h"

namespace tandem::app {

struct Caller {
  AccountId account;
  std::string email;
  std::string display;
  std::vector<MembershipRecord> memberships;

  // Null: not a member, and for this caller the engagement does not exist.
  [[nodiscard]] const MembershipRecord* membership(const desk::EngagementName& engagement) const;
};

// What a caller may read of a ticket, and what they may do with it now. `may_see` is the wall inside an engagement:
// members and auditors see every ticket, a requester those that carry their address.
[[nodiscard]] bool may_see(const Caller& caller, const MembershipRecord& membership, const desk::Ticket& ticket);
[[nodiscard]] bool may_see(const MembershipRecord& membership, const desk::Comment& comment,
                           const policy::Policy& policy);
// Whether the caller may know that the event happened. Requesters see what concerns them: the opening, owners, answers
// to them, waiting, resolving and reopening; not notes and not the hand-offs between the teams.
[[nodiscard]] bool may_see(const MembershipRecord& membership, const desk::Event& event);
// Members and requesters open tickets; an auditor never writes.
[[nodiscard]] bool may_open(const MembershipRecord& membership);
[[nodiscard]] bool may_command(const MembershipRecord& membership, const desk::Command& command);

// What belongs to another ticket is opened by the teams.
[[nodiscard]] bool may_open_related(const MembershipRecord& membership);
// Ways around a problem are written for the two teams.
[[nodiscard]] bool may_read_known_errors(const MembershipRecord& membership);

// Who is there when, and who is away, is for the two teams and the auditor.
[[nodiscard]] bool may_read_calendar(const MembershipRecord& membership);
// A member records their own leave; whoever leads a team, that of its members. An auditor never writes.
[[nodiscard]] bool may_record_leave(const MembershipRecord& membership, const desk::PersonName& person,
                                    const policy::Policy& policy);

// What happened, as the ledger proves it, is for the two teams and the auditor; a proof's own record is not shown to
// whom the event's text is hidden (Ledgers).
[[nodiscard]] bool may_read_ledger(const MembershipRecord& membership);

// The teams of a member in the agreement; none for requesters and auditors.
[[nodiscard]] std::vector<desk::TeamName> teams_of(const MembershipRecord& membership, const policy::Policy& policy);
[[nodiscard]] desk::Actor actor_of(const Caller& caller, const MembershipRecord& membership,
                                   const policy::Policy& policy);

}  // namespace tandem::app
