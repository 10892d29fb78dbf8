// A small world for the tests of this folder: one engagement in a memory store, people of both parties, an end user, an
// auditor and a stranger, and a clock that moves when told.
#pragma once

#include <doctest/doctest.h>

#include "app/accounts.h"
#include "app/engagements.h"
#include "app/tickets.h"
#include "crypto/crypto.h"
#include "store/memory/memory_store.h"
#include "support/counting_ids.h"

namespace tandem::app {

inline constexpr std::string_view kSmallAgreement = R"(tandem: 1
engagement: harbor-cu
name: Harbor Credit Union and Northbeam IT
time_zone: America/New_York
effective: 2026-01-01
parties:
  harbor:    {kind: client,   name: Harbor Credit Union}
  northbeam: {kind: provider, name: Northbeam IT}
calendars:
  office: {mon-fri: "08:00-17:00"}
  always: {mon-sun: "00:00-24:00"}
people:
  dana: {party: harbor, name: Dana Whitfield, email: dana@harbor.example}
  luis: {party: harbor, name: Luis Ortega, email: luis@harbor.example}
  sam:  {party: northbeam, name: Sam Okafor, email: sam@northbeam.example}
  otto: {party: northbeam, name: Otto Lind, email: otto@northbeam.example}
teams:
  harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [desk]}
  desk:      {party: northbeam, lead: sam, members: [sam, otto], hours: always}
functions:
  help-desk:
    kind: operational
    activities:
      routine:      {responsible: desk,      accountable: sam,  deputy: otto}
      business-app: {responsible: harbor-it, accountable: dana, deputy: luis}
categories: {password: help-desk.routine, banking: help-desk.business-app, other: help-desk.routine}
targets:
  critical: {respond: 15 min, resolve: 4 hours, clock: always}
  normal:   {respond: 4 business hours, resolve: 3 business days, clock: office}
handoffs: {accept_within: {critical: 5 min, default: 30 min}, bounces: 2}
decisions:
  risk-acceptance: {size: big, by: dana, with: [sam], within: 5 business days, deadlock: luis, expires: 6 months}
  restart-server:  {size: small, by: closest}
)";

class TestWorld {
 public:
  // A Monday, 10:00 in New York.
  TestWorld()
      : clock(*base::parse_rfc3339("2026-10-05T14:00:00Z")),
        engagements(store, clock),
        accounts(store, clock, ids),
        tickets(store, engagements, clock, ids) {
    REQUIRE(crypto::start());
    const agreement::Bundle bundle{.root = "agreement.yaml",
                                   .files = {{"agreement.yaml", std::string(kSmallAgreement)}}};
    REQUIRE(engagements.adopt(bundle, clock.now()));
  }

  // The agreement with something more at its end, in force from now on.
  void adopt_with(std::string_view more) {
    const agreement::Bundle bundle{.root = "agreement.yaml",
                                   .files = {{"agreement.yaml", fmt::format("{}{}", kSmallAgreement, more)}}};
    REQUIRE(engagements.adopt(bundle, clock.now()));
  }

  Caller member(const std::string& person) { return caller(person, Role::Member, person); }
  Caller requester(const std::string& who) { return caller(who, Role::Requester, ""); }
  Caller auditor() { return caller("ada", Role::Auditor, ""); }
  Caller stranger() {
    Caller nobody = caller("stranger", Role::Member, "dana");
    nobody.memberships.front().engagement = desk::EngagementName("another-one");
    return nobody;
  }

  TicketView open(const Caller& who, std::string category = "password") {
    desk::OpenTicket command;
    command.subject = "Locked out";
    command.category = desk::CategoryName(std::move(category));
    auto opened = tickets.open(who, name, std::move(command), {});
    REQUIRE(opened);
    return *opened;
  }
  Outcome<TicketView> command(const Caller& who, const TicketView& ticket, const desk::Command& wanted,
                              const CommandOptions& options = {}) {
    return tickets.command(who, name, ticket.ticket.id.text(), wanted, options);
  }

  const desk::EngagementName name{"harbor-cu"};
  base::ManualClock clock;
  test::CountingIds ids;
  store::memory::MemoryStore store;
  Engagements engagements;
  Accounts accounts;
  Tickets tickets;

 private:
  Caller caller(const std::string& who, Role role, const std::string& person) {
    const AccountId id(base::IdBits{.high = 1, .low = std::hash<std::string>{}(who)});
    return {.account = id,
            .email = who + "@example.example",
            .display = who,
            .memberships = {{.account = id, .engagement = name, .role = role, .person = desk::PersonName(person)}}};
  }
};

}  // namespace tandem::app
