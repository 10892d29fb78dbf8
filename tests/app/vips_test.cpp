// The register of VIPs: who keeps it, and that it counts on every way in.
#include "app/vips.h"

#include "app/catalogue.h"
#include "app/narrative.h"
#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

namespace {

struct Register : TestWorld {
  Register() : vips(store, engagements, clock, ids) {}

  VipRecord add(const std::string& who, std::string email) {
    const auto added = vips.add(member(who), name, {.email = std::move(email), .name = "Nora", .note = "the board"});
    REQUIRE(added);
    return *added;
  }
  // Sam opens it for whoever has the address.
  TicketView open_for(std::string email, bool vip = false) {
    desk::OpenTicket command;
    command.subject = "Locked out";
    command.category = desk::CategoryName("password");
    command.requester = {.name = "Nora", .email = std::move(email), .vip = vip};
    const auto opened = tickets.open(member("sam"), name, std::move(command), {});
    REQUIRE(opened);
    return *opened;
  }
  std::size_t count(VipHistory history = VipHistory::InForce) {
    const auto all = vips.list(member("sam"), name, history);
    REQUIRE(all);
    return all->vips.size();
  }

  Vips vips;
};

}  // namespace

TEST_CASE("whoever leads a team of either side keeps the register, the teams and the auditor read it") {
  Register world;
  const NewVip nora{.email = "nora@example.example", .name = {}, .note = {}};
  for (const char* lead : {"dana", "sam"}) CHECK(world.vips.list(world.member(lead), world.name, {})->may_keep);
  for (const char* other : {"luis", "otto"}) {
    CHECK_FALSE(world.vips.list(world.member(other), world.name, {})->may_keep);
    CHECK(world.vips.add(world.member(other), world.name, nora).error().kind == FailureKind::Forbidden);
  }
  CHECK(world.vips.list(world.auditor(), world.name, {})->vips.empty());
  CHECK(world.vips.add(world.auditor(), world.name, nora).error().kind == FailureKind::Forbidden);
  CHECK(world.vips.list(world.requester("nora"), world.name, {}).error().kind == FailureKind::Forbidden);
  CHECK(world.vips.add(world.requester("nora"), world.name, nora).error().kind == FailureKind::Forbidden);
  CHECK(world.vips.list(world.stranger(), world.name, {}).error().kind == FailureKind::NotFound);
  CHECK(world.count(VipHistory::Whole) == 0);
}

TEST_CASE("an entry keeps who made it and when, and who ended it and when") {
  Register world;
  const auto added = world.add("dana", "Nora@Example.example");
  CHECK(added.email == "nora@example.example");
  CHECK(added.added.display == "Dana Whitfield");
  CHECK(added.added.at == world.clock.now());
  CHECK_FALSE(added.removed);
  CHECK(world.vips.remove(world.member("luis"), world.name, added.id.text(), std::nullopt).error().kind ==
        FailureKind::Forbidden);
  world.clock.advance(base::hours(1));
  REQUIRE(world.vips.remove(world.member("sam"), world.name, added.id.text(), std::nullopt));
  CHECK(world.vips.remove(world.member("sam"), world.name, added.id.text(), std::nullopt).error().kind ==
        FailureKind::NotFound);
  CHECK(world.vips.remove(world.member("sam"), world.name, "nonsense", std::nullopt).error().kind ==
        FailureKind::NotFound);
  CHECK(world.count() == 0);
  const auto history = world.vips.list(world.auditor(), world.name, VipHistory::Whole);
  REQUIRE(history);
  REQUIRE(history->vips.size() == 1);
  CHECK(history->vips.front().removed->display == "Sam Okafor");
  CHECK(history->vips.front().removed->at == world.clock.now());
}

TEST_CASE("what is no address, and who is in the register already, is told of the field") {
  Register world;
  for (const char* text : {"nora", "@example", "nora@", "a@b@c", "nora @example.example", "a@b,c@d"}) {
    const auto refused = world.vips.add(world.member("dana"), world.name, {.email = text, .name = {}, .note = {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fields.front().pointer == "/email");
  }
  world.add("dana", "nora@example.example");
  const auto twice =
      world.vips.add(world.member("sam"), world.name, {.email = "NORA@example.example", .name = {}, .note = {}});
  REQUIRE_FALSE(twice);
  CHECK(twice.error().kind == FailureKind::Invalid);
  CHECK(world.count() == 1);
}

TEST_CASE("the command line keeps the register as well, and is told all that is wrong") {
  Register world;
  const auto added =
      world.vips.add(CommandLine{}, world.name, {.email = "Nora@example.example", .name = "Nora", .note = "board"});
  REQUIRE(added);
  CHECK(added->added.display == "command line");
  CHECK_FALSE(added->added.account);
  const auto listed = world.vips.list(CommandLine{}, world.name, VipHistory::InForce);
  REQUIRE(listed);
  CHECK(listed->may_keep);
  CHECK(listed->vips == std::vector{*added});
  REQUIRE(world.vips.remove(CommandLine{}, world.name, added->id.text(), added->added.at));
  CHECK(world.count() == 0);
  const auto refused = world.vips.add(CommandLine{}, world.name,
                                      {.email = "nobody", .name = std::string(201, 'x'), .note = "two\nlines"});
  REQUIRE_FALSE(refused);
  const auto& fields = refused.error().fields;
  REQUIRE(fields.size() == 3);
  CHECK(fields[0].pointer == "/email");
  CHECK(fields[1].message == "has at most 200 characters");
  CHECK(fields[2].message == "is one line of what can be seen");
}

TEST_CASE("a ticket of somebody in the register is a VIP's however it is opened, and says since when") {
  Register world;
  const auto before = world.open(world.requester("nora"));
  CHECK_FALSE(before.ticket.facts.requester.vip);
  world.add("dana", "nora@example.example");
  const auto since = world.clock.now();
  world.clock.advance(base::hours(3));

  const auto by_herself = world.open(world.requester("nora"));
  // Whether somebody is in it, or is called one, is for the teams to read.
  CHECK_FALSE(by_herself.ticket.facts.requester.vip);
  CHECK_FALSE(by_herself.ticket.facts.vip_since);
  const auto by_the_teams = world.tickets.get(world.member("sam"), world.name, by_herself.ticket.id.text());
  REQUIRE(by_the_teams);
  CHECK(by_the_teams->ticket.facts.requester.vip);
  CHECK(by_the_teams->ticket.facts.vip_since == since);
  const auto opened = world.tickets.history(world.requester("nora"), world.name, by_herself.ticket.id.text());
  REQUIRE(opened);
  CHECK_FALSE(std::get<desk::TicketOpened>(opened->front().event.data).requester.vip);
  QueueQuery of_vips;
  of_vips.vip_only = true;
  for (const QueueQuery& query : {QueueQuery(), of_vips}) {
    const auto own = world.tickets.queue(world.requester("nora"), world.name, QueueView::All, query);
    REQUIRE(own);
    CHECK(own->rows.size() == 2);  // what one may not know one cannot ask for either
    for (const QueueRow& row : own->rows) CHECK_FALSE(row.requester.vip);
  }
  const auto by_sam = world.open_for("Nora@EXAMPLE.example");
  CHECK(by_sam.ticket.facts.requester.vip);
  CHECK(by_sam.ticket.facts.vip_since == since);
  CHECK_FALSE(world.open_for("erin@example.example").ticket.facts.requester.vip);
  CHECK_FALSE(world.open_for("").ticket.facts.requester.vip);

  const auto said = world.open_for("erin@example.example", /*vip=*/true);
  CHECK(said.ticket.facts.requester.vip);
  CHECK_FALSE(said.ticket.facts.vip_since);

  const auto split = world.tickets.open_related(world.member("sam"), world.name, before.ticket.id.text(),
                                                {.kind = desk::TicketKind::Incident,
                                                 .link = desk::LinkKind::Follows,
                                                 .subject = "and the printer",
                                                 .text = "as well",
                                                 .comment = 0,
                                                 .category = {},
                                                 .priority = {},
                                                 .vendor_case = {}},
                                                {});
  REQUIRE(split);
  CHECK(split->ticket.facts.vip_since == since);

  // What was open already stays as it was opened.
  const auto now = world.tickets.get(world.member("sam"), world.name, before.ticket.id.text());
  CHECK_FALSE(now->ticket.facts.requester.vip);
}

TEST_CASE("who is taken out of the register is a VIP no more with the next ticket") {
  Register world;
  const auto entry = world.add("dana", "nora@example.example");
  const auto first = world.open_for("nora@example.example");
  REQUIRE(world.vips.remove(world.member("dana"), world.name, entry.id.text(), std::nullopt));
  CHECK_FALSE(world.open_for("nora@example.example").ticket.facts.requester.vip);
  CHECK(world.tickets.get(world.member("sam"), world.name, first.ticket.id.text())->ticket.facts.requester.vip);
}

TEST_CASE("a form that is asked for by somebody in the register counts it, and its steps are for a VIP") {
  Register world;
  world.add("dana", "nora@example.example");
  Catalogue catalogue(world.store, world.engagements, world.tickets, world.clock, world.ids);
  desk::RequestForm form;
  form.title = "A badge";
  form.category = desk::CategoryName("password");
  form.steps = {{.title = "Print it", .category = desk::CategoryName("password")}};
  const auto kept = catalogue.add(world.member("sam"), world.name, form);
  REQUIRE(kept);
  const auto asked = catalogue.ask(world.requester("nora"), world.name, {.form = kept->form.id.text()}, {});
  REQUIRE(asked);
  const auto whole = world.tickets.get(world.member("sam"), world.name, asked->ticket.id.text());
  REQUIRE(whole);
  CHECK(whole->ticket.facts.vip_since.has_value());
  REQUIRE(whole->ticket.links.size() == 1);
  const auto step = world.store.ticket(world.name, whole->ticket.links.front().other);
  REQUIRE((step && *step));
  CHECK((*step)->facts.requester.vip);
  CHECK_FALSE((*step)->facts.vip_since);  // it is not opened for an address
}

TEST_CASE("the history gives the reason to the teams, and to the requester nothing of the register") {
  Register world;
  world.add("dana", "nora@example.example");
  const auto view = world.open(world.requester("nora"));
  const auto first_line = [&](const Caller& who) {
    return world.tickets.history(who, world.name, view.ticket.id.text())->front().text;
  };
  CHECK(first_line(world.member("sam")).ends_with("; VIP: in the register since Mon 2026-10-05 10:00"));
  CHECK_FALSE(first_line(world.requester("nora")).contains("register"));
}
