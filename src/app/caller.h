// Who is asking, and the walls. A Caller is an account with its memberships, made by Accounts from a session or a
// token. Every permission of the product is one function here; nobody else compares roles.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/registry_records.h"
#include "desk/command.h"
#include "desk/notice.h"
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

// The wall inside an engagement, for everything that is about one ticket: as whom the caller reads it, or nothing, and
// then it does not exist for them. Members and auditors read every ticket, a requester those that carry their address.
// Confidential work (desk/confidential.h) is read by the named members alone: not by auditors, not by the owning team's
// others; who asked for it themselves reads it as a requester does, whatever they are besides. All further questions
// about the ticket are asked of the membership that this gives.
[[nodiscard]] std::optional<MembershipRecord> reads_as(const Caller& caller, const MembershipRecord& membership,
                                                       const desk::Ticket& ticket, const policy::Policy& policy);
// The same wall for lists and counts: the categories that are confidential to the member or auditor. Empty for
// requesters, whose lists are their own.
[[nodiscard]] std::vector<desk::CategoryName> hidden_from(const MembershipRecord& membership,
                                                          const policy::Policy& policy);
[[nodiscard]] bool may_see(const MembershipRecord& membership, const desk::Comment& comment,
                           const policy::Policy& policy);
// A file is read by who may read a comment of its visibility; by whoever attached it, too.
[[nodiscard]] bool may_see(const MembershipRecord& membership, const desk::Attachment& file,
                           const policy::Policy& policy);
// Whether an event about a file says what is hidden from the caller: a file that they may not read. `ticket`: whose
// event it is.
[[nodiscard]] bool is_hidden_file(const desk::Event& event, const desk::Ticket& ticket,
                                  const MembershipRecord& membership, const policy::Policy& policy);
// Leaves of such an event that there is a file, and for whom.
void hide_file(desk::Event& event);
// Whether the caller may know that the event happened. Requesters see what concerns them: the opening, owners, answers
// to them, waiting, resolving and reopening; not notes and not the hand-offs between the teams.
[[nodiscard]] bool may_see(const MembershipRecord& membership, const desk::Event& event);
// Members and requesters open tickets; an auditor never writes.
[[nodiscard]] bool may_open(const MembershipRecord& membership);
[[nodiscard]] bool may_command(const MembershipRecord& membership, const desk::Command& command);

// What is planned and when nothing may be changed is for the two teams and the auditor.
[[nodiscard]] bool may_read_changes(const MembershipRecord& membership);
// What belongs to another ticket is opened by the teams.
[[nodiscard]] bool may_open_related(const MembershipRecord& membership);
// What was done alone, and how far one may go, is between the two teams; the auditor reads it.
[[nodiscard]] bool may_read_actions(const MembershipRecord& membership);
// Ways around a problem are written for the two teams.
[[nodiscard]] bool may_read_known_errors(const MembershipRecord& membership);

// Who is there when, and who is away, is for the two teams and the auditor.
[[nodiscard]] bool may_read_calendar(const MembershipRecord& membership);
// A member records their own leave; whoever leads a team, that of its members. An auditor never writes.
[[nodiscard]] bool may_record_leave(const MembershipRecord& membership, const desk::PersonName& person,
                                    const policy::Policy& policy);

// How the teams keep up is for the two teams and the auditor.
[[nodiscard]] bool may_read_outlook(const MembershipRecord& membership);
// Who held what how long, and what came of it, too.
[[nodiscard]] bool may_read_reports(const MembershipRecord& membership);

// What happened, as the ledger proves it, is for the two teams and the auditor; a proof's own record is not shown to
// whom the event's text is hidden (Ledgers).
[[nodiscard]] bool may_read_ledger(const MembershipRecord& membership);

// Whom notices are for that the caller may read: the member they are in the agreement, and their address.
[[nodiscard]] std::vector<desk::Reader> readers_of(const Caller& caller, const MembershipRecord& membership);

// A member makes and changes macros of their teams and of everybody.
[[nodiscard]] bool may_keep_macro(const MembershipRecord& membership, const desk::TeamName& team,
                                  const policy::Policy& policy);
// A member changes the request catalogue, as macros of everybody. The teams and the auditor read all of it, end users
// what is offered to them.
[[nodiscard]] bool may_keep_forms(const MembershipRecord& membership, const policy::Policy& policy);
[[nodiscard]] bool may_read_form(const MembershipRecord& membership, const desk::RequestForm& form);
// Changes of many tickets, macros, and what requesters said of how it went, are for the two teams; the latter for the
// auditor as well.
[[nodiscard]] bool may_edit_many(const MembershipRecord& membership);
[[nodiscard]] bool may_read_macros(const MembershipRecord& membership);
[[nodiscard]] bool may_read_ratings(const MembershipRecord& membership);
// Who is a VIP is for the two teams and the auditor; whoever leads a team of the client or of a provider says so.
[[nodiscard]] bool may_read_vips(const MembershipRecord& membership);
[[nodiscard]] bool may_keep_vips(const MembershipRecord& membership, const policy::Policy& policy);
// What both sides decide, and what was decided, is for the two teams and the auditor.
[[nodiscard]] bool may_read_decisions(const MembershipRecord& membership);
// What a side recommends while it is sealed is for its own people; an auditor is of no side.
[[nodiscard]] bool may_read_sealed(const MembershipRecord& membership, const desk::PartyName& side,
                                   const policy::Policy& policy);
// Empties what of the ticket, or of one of its events, is sealed from the caller.
void hide_sealed(desk::Ticket& ticket, const MembershipRecord& membership, const policy::Policy& policy);
void hide_sealed(desk::Event& event, const desk::Ticket& ticket, const MembershipRecord& membership,
                 const policy::Policy& policy);
// Whether hide_sealed() would empty anything of the event.
[[nodiscard]] bool is_sealed(const desk::Event& event, const desk::Ticket& ticket, const MembershipRecord& membership,
                             const policy::Policy& policy);
// The other ticket that an event about links names; nothing: it names none.
[[nodiscard]] std::optional<desk::TicketId> other_in(const desk::Event& event);
// Whether nothing of the other ticket may be shown where it is linked with. An end user reads nothing of what theirs
// was merged into, and is told its number and state all the same: unless it is confidential.
[[nodiscard]] bool hides_other(const Caller& caller, const MembershipRecord& membership, const desk::Ticket& other,
                               const policy::Policy& policy);
// Leaves of the ticket, or of one of its events, only that it is linked with another that the caller may not read: no
// number, no name, no words.
void hide_other(desk::Ticket& ticket, desk::TicketId other);
void hide_other(desk::Link& link);
void hide_other(desk::Event& event);
// The side a member stands on; empty for everybody else.
[[nodiscard]] desk::PartyName side_of(const MembershipRecord& membership, const policy::Policy& policy);
// The agreement and its life are for the two teams and the auditor, who never writes. Who signs is the desk's to say.
[[nodiscard]] bool may_read_agreement(const MembershipRecord& membership);
[[nodiscard]] bool may_write_agreement(const MembershipRecord& membership);

// Who has a ticket before them is for the people of the two teams, who are seen themselves.
[[nodiscard]] bool may_know_presence(const MembershipRecord& membership);

// The teams of a member in the agreement; none for requesters and auditors.
[[nodiscard]] std::vector<desk::TeamName> teams_of(const MembershipRecord& membership, const policy::Policy& policy);
[[nodiscard]] desk::Actor actor_of(const Caller& caller, const MembershipRecord& membership,
                                   const policy::Policy& policy);

}  // namespace tandem::app
