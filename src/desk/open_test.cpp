#include <doctest/doctest.h>

#include "desk/scene.h"

using namespace tandem::desk;

namespace {

std::optional<RefusalKind> refused(const OpenTicket& command, const Actor& actor = person("dana")) {
  const auto policy = example_agreement();
  const auto decision = open(command, {.policy = *policy, .now = kMonday, .actor = actor, .workload = {}});
  const auto* refusal = std::get_if<Refusal>(&decision);
  return refusal != nullptr ? std::optional(refusal->kind) : std::nullopt;
}

}  // namespace

TEST_CASE("a new ticket has an owner, an accountable person and reasons with their lines from its first step") {
  const Scene scene("core-banking", "high");
  CHECK(scene.events.size() == 2);
  CHECK(scene.ticket.version == 2);
  CHECK(scene.ticket.state == State::New);
  CHECK(scene.owner() == Owner{PartyName("harbor"), TeamName("harbor-it"), PersonName("dana")});
  CHECK(scene.ticket.ownership.accountable == PersonName("dana"));
  CHECK(scene.ticket.ownership.activity == ActivityName("core-banking.handling"));
  CHECK(scene.ticket.ownership.agreement_version == 3);
  REQUIRE_FALSE(scene.ticket.ownership.reasons.empty());
  CHECK(scene.ticket.ownership.reasons.front().kind == "category-activity");
  CHECK(scene.ticket.ownership.reasons.front().file == "agreement.yaml");
  CHECK(scene.ticket.ownership.reasons.front().line == 32);
}

TEST_CASE("what nobody classified is `other` with the default priority") {
  const Scene scene;
  CHECK(scene.ticket.facts.category == CategoryName("other"));
  CHECK(scene.ticket.facts.priority == PriorityName("normal"));
}

TEST_CASE("a requester in the register of VIPs is one, whatever was said, and the ticket keeps since when") {
  const auto policy = example_agreement();
  const auto opened = [&](bool said, std::optional<tandem::base::Instant> since) {
    auto command = a_ticket();
    command.requester.vip = said;
    const auto decision = open(command, {.policy = *policy,
                                         .now = kMonday,
                                         .actor = requester("ann@harbor.example"),
                                         .workload = {},
                                         .vip_since = since});
    return std::get<TicketOpened>(std::get<Events>(decision).front().data);
  };
  const auto since = kMonday - tandem::base::hours(48);
  CHECK(opened(false, since).requester.vip);
  CHECK(opened(false, since).vip_since == since);
  CHECK(opened(true, since).vip_since == since);
  CHECK(opened(true, std::nullopt).requester.vip);
  CHECK_FALSE(opened(true, std::nullopt).vip_since);
  CHECK_FALSE(opened(false, std::nullopt).requester.vip);
}

TEST_CASE("outside office hours the cover owns a new ticket") {
  const Scene scene("core-banking", {}, kMonday + tandem::base::hours(12));
  CHECK(scene.owner().team == TeamName("helpdesk"));
}

TEST_CASE("words the agreement does not have are refused by name") {
  auto command = a_ticket();
  command.category = CategoryName("printers");
  CHECK(refused(command) == RefusalKind::UnknownCategory);
  command = a_ticket();
  command.priority = PriorityName("urgent");
  CHECK(refused(command) == RefusalKind::UnknownPriority);
  command = a_ticket();
  command.site = SiteName("moon");
  CHECK(refused(command) == RefusalKind::UnknownSite);
  command = a_ticket();
  command.department = DepartmentName("moon");
  CHECK(refused(command) == RefusalKind::UnknownDepartment);
  command = a_ticket();
  command.asset_class = AssetClassName("moon");
  CHECK(refused(command) == RefusalKind::UnknownAssetClass);
}

TEST_CASE("a subject says something, in at most 200 characters of any script") {
  auto command = a_ticket();
  command.subject = " \t\n";
  CHECK(refused(command) == RefusalKind::EmptyText);
  command.subject.clear();
  for (int i = 0; i < 200; ++i) command.subject += "\U0001F5A8";
  CHECK(refused(command) == std::nullopt);
  command.subject += "x";
  CHECK(refused(command) == RefusalKind::TextTooLong);
  command = a_ticket();
  command.description.assign(kMaxText + 1, 'x');
  CHECK(refused(command) == RefusalKind::TextTooLong);
}

TEST_CASE("what a ticket is called and is about has nothing in it that nobody sees") {
  auto command = a_ticket();
  command.subject = "invoice\u202Efdp.exe\nis \u200Blost";
  command.description = "see \u202Ehere\n\u2067there\u2069";
  command.requester.name = "Ann\u2066 Field";
  const auto policy = example_agreement();
  const auto decision = open(command, {.policy = *policy, .now = kMonday, .actor = person("dana"), .workload = {}});
  const auto opened = std::get<TicketOpened>(std::get<Events>(decision).front().data);
  CHECK(opened.subject == "invoicefdp.exe is lost");
  CHECK(opened.description == "see here\n\u2067there\u2069");
  CHECK(opened.requester.name == "Ann Field");
  command.subject = "\u202E\u200B \u2069";
  CHECK(refused(command) == RefusalKind::EmptyText);
}

TEST_CASE("people of both parties, requesters and the system open tickets; vendors and strangers do not") {
  CHECK(refused(a_ticket(), person("dana")) == std::nullopt);
  CHECK(refused(a_ticket(), person("tess")) == std::nullopt);
  CHECK(refused(a_ticket(), requester("ann@harbor.example")) == std::nullopt);
  CHECK(refused(a_ticket(), system_actor()) == std::nullopt);
  CHECK(refused(a_ticket(), import_actor()) == std::nullopt);
  CHECK(refused(a_ticket(), person("vic")) == RefusalKind::NotAMember);
  CHECK(refused(a_ticket(), person("nobody")) == RefusalKind::NotAMember);
}
