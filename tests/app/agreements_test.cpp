// The life of an agreement through the use cases: what signing does to the desk, and what stays.
#include "app/agreements.h"

#include "app/ledger_audit.h"
#include "app/test_world.h"
#include "app/timekeeper.h"

using namespace tandem;
using namespace tandem::app;

namespace {

struct Parties : TestWorld {
  Agreements agreements{store, engagements, tickets, clock};
  const Caller dana = member("dana");
  const Caller sam = member("sam");

  // The text in force with one word in the place of another.
  [[nodiscard]] DraftText with(std::string_view what, std::string_view by) const {
    std::string text(kSmallAgreement);
    text.replace(text.find(what), what.size(), by);
    return {.title = "A draft", .based_on = 1, .root = "agreement.yaml", .files = {{"agreement.yaml", text}}};
  }
  std::uint32_t proposes(const DraftText& text) {
    const auto draft = agreements.begin(sam, name, text, {});
    REQUIRE(draft);
    const auto proposal = agreements.propose(sam, name, draft->number, draft->draft().text.hash, {});
    REQUIRE_MESSAGE(proposal.has_value(), (proposal ? std::string() : proposal.error().message));
    return proposal->number;
  }
  void both_sign(std::uint32_t proposal) {
    for (const Caller& caller : {dana, sam}) {
      const auto view = agreements.proposal(caller, name, proposal);
      REQUIRE(view);
      const auto signature = agreements.sign(caller, name, proposal, view->proposal().text.hash, {});
      REQUIRE_MESSAGE(signature.has_value(), (signature ? std::string() : signature.error().message));
    }
  }
};

}  // namespace

TEST_CASE("open work goes by the new version at the very instant it comes into force") {
  Parties world;
  Timekeeper timekeeper(world.store, world.engagements, world.tickets, world.clock);
  const auto ticket = world.open(world.requester("nora"), "banking");
  const auto team_of = [&] {
    return world.store.ticket(world.name, ticket.ticket.id).value()->ownership.owner.team.text();
  };
  DraftText text = world.with("effective: 2026-01-01", "effective: 2026-10-06");
  std::string& words = text.files["agreement.yaml"];
  words.replace(words.find("{responsible: harbor-it"), 23, "{responsible: desk     ");
  world.both_sign(world.proposes(text));
  REQUIRE(timekeeper.run_due());
  CHECK(world.engagements.find(world.name)->record.agreement.version == 1);
  CHECK(team_of() == "harbor-it");

  // Begun work stays with whoever is on it, so that the version alone is what moves it: the office's own hours are over
  // until then, and its cover has had it.
  const auto midnight = *base::parse_rfc3339("2026-10-06T00:00:00-04:00");
  world.clock.advance(midnight - world.clock.now() - base::seconds(1));
  auto next = timekeeper.run_due();
  REQUIRE((next && *next));
  CHECK(**next == midnight);
  world.clock.advance(base::seconds(1));
  CHECK(world.engagements.find(world.name)->record.agreement.version == 2);
  REQUIRE(timekeeper.run_due());
  CHECK(team_of() == "desk");
  const auto why = world.tickets.why(world.sam, world.name, ticket.ticket.id.text());
  REQUIRE(why);
  CHECK(why->now.agreement_version == 2);
  // What was decided before is explained by the version that was in force then.
  const auto history = world.tickets.history(world.sam, world.name, ticket.ticket.id.text());
  REQUIRE(history);
  CHECK(std::get<desk::OwnerAssigned>(history->at(1).event.data).ownership.agreement_version == 1);
}

TEST_CASE("what is signed is kept, sealed and in the ledger, and a server that starts anew reads the same") {
  Parties world;
  const auto proposal = world.proposes(world.with("08:00-17:00", "08:00-16:00"));
  world.both_sign(proposal);
  const auto now = world.engagements.find(world.name);
  CHECK(now->record.agreement.version == 2);
  REQUIRE(now->record.agreement.seal);
  const auto view = world.agreements.version(world.dana, world.name, 2);
  REQUIRE(view);
  CHECK(view->agreed().proposal == proposal);
  CHECK(view->version.files.at("agreement.yaml").contains("08:00-16:00"));
  Engagements restarted(world.store, world.clock);
  REQUIRE(restarted.load());
  CHECK(restarted.find(world.name)->record == now->record);
  const auto audit = audit_ledger(world.store, now->record, {});
  REQUIRE(audit);
  CHECK(audit->faults == std::vector<std::string>{});
  // Adopted, begun, proposed, two signatures, the end of the proposal, the version.
  CHECK(audit->size == 7);
}

TEST_CASE("a version that is agreed for later survives a restart, leave and another process") {
  Parties world;
  Engagements elsewhere(world.store, world.clock);
  REQUIRE(elsewhere.load());
  world.both_sign(world.proposes(world.with("effective: 2026-01-01", "effective: 2026-12-01")));
  REQUIRE(elsewhere.take_up_agreements());
  Engagements restarted(world.store, world.clock);
  REQUIRE(restarted.load());
  REQUIRE(world.store.write([&](WriteTransaction& tx) {
    return tx.add_leave({.id = LeaveId(base::IdBits{.high = 8, .low = 8}),
                         .engagement = world.name,
                         .person = desk::PersonName("sam"),
                         .from = "2026-12-02",
                         .to = "2026-12-03",
                         .note = {},
                         .feed = std::nullopt,
                         .recorded = {.account = std::nullopt, .person = {}, .display = "command line", .at = {}},
                         .removed = std::nullopt});
  }));
  REQUIRE(world.engagements.take_up_leave());
  for (const Engagements* each : {&world.engagements, &elsewhere, &restarted})
    CHECK(each->find(world.name)->record.agreement.version == 1);
  world.clock.advance(base::hours(24 * 60));
  for (const Engagements* each : {&world.engagements, &elsewhere, &restarted}) {
    CHECK(each->find(world.name)->record.agreement.version == 2);
    CHECK(each->find(world.name)->versions.size() == 2);
  }
  CHECK(world.engagements.find(world.name)->leave.size() == 1);
}

TEST_CASE("an administrator's adoption is part of the same life, and says what it takes the place of") {
  Parties world;
  world.both_sign(world.proposes(world.with("08:00-17:00", "08:00-16:00")));
  DraftText other = world.with("08:00-17:00", "08:00-15:00");
  other.based_on = 2;
  const auto open = world.proposes(other);
  const agreement::Bundle bundle{.root = "agreement.yaml", .files = world.with("08:00-17:00", "09:00-15:00").files};
  const auto adopted = world.engagements.adopt(bundle, world.clock.now());
  REQUIRE(adopted);
  CHECK(adopted->is_new);
  CHECK(adopted->replaces_signed);
  CHECK(adopted->overtaken == 1);
  const auto view = world.agreements.proposal(world.dana, world.name, open);
  REQUIRE(view);
  CHECK(view->proposal().end->how == desk::ProposalEnd::Overtaken);
  CHECK_FALSE(view->may_sign);
  const desk::AgreedVersion& newest = *view->agreement.life.newest();
  CHECK(newest.version == 3);
  CHECK(newest.proposal == 0);
  CHECK(newest.by->display == "command line");
}

TEST_CASE("a draft names only files within its folder, and is the agreement of its own engagement") {
  Parties world;
  for (const char* name : {"/etc/passwd", "../agreement.yaml", "a//b", "a/./b", "", "a\nb"}) {
    DraftText text = world.with("normal:", "normal:");
    text.files.emplace(name, "");
    CAPTURE(name);
    const auto draft = world.agreements.begin(world.sam, world.name, text, {});
    REQUIRE_FALSE(draft);
    CHECK(draft.error().kind == FailureKind::Invalid);
  }
  const auto foreign =
      world.agreements.begin(world.sam, world.name, world.with("engagement: harbor-cu", "engagement: other-co"), {});
  REQUIRE(foreign);
  const auto proposal =
      world.agreements.propose(world.sam, world.name, foreign->number, foreign->draft().text.hash, {});
  REQUIRE_FALSE(proposal);
  CHECK(proposal.error().kind == FailureKind::Invalid);
}

TEST_CASE("the agreement's life is hidden from end users and strangers, and auditors only read") {
  Parties world;
  const DraftText text = world.with("08:00-17:00", "08:00-16:00");
  CHECK(world.agreements.overview(world.requester("nora"), world.name).error().kind == FailureKind::Forbidden);
  CHECK(world.agreements.overview(world.stranger(), world.name).error().kind == FailureKind::NotFound);
  CHECK(world.agreements.overview(world.auditor(), world.name));
  CHECK(world.agreements.begin(world.auditor(), world.name, text, {}).error().kind == FailureKind::Forbidden);
}

TEST_CASE("versions from before their acts were recorded are part of the life") {
  Parties world;
  store::memory::MemoryStore old;
  const auto record = world.engagements.find(world.name)->record;
  REQUIRE(old.write([&](WriteTransaction& tx) { return tx.add_engagement(record); }));
  Engagements engagements(old, world.clock);
  REQUIRE(engagements.load());
  Tickets tickets(old, engagements, world.clock, world.ids);
  Agreements agreements(old, engagements, tickets, world.clock);
  const auto before = agreements.overview(world.dana, world.name);
  REQUIRE(before);
  REQUIRE(before->life.versions.size() == 1);
  CHECK_FALSE(before->life.versions.front().by);
  const auto draft = agreements.begin(world.sam, world.name, world.with("08:00-17:00", "08:00-16:00"), {});
  REQUIRE(draft);
  const auto hash = draft->draft().text.hash;
  REQUIRE(agreements.propose(world.sam, world.name, 1, hash, {}));
  REQUIRE(agreements.sign(world.dana, world.name, 1, hash, {}));
  REQUIRE(agreements.sign(world.sam, world.name, 1, hash, {}));
  CHECK(engagements.find(world.name)->record.agreement.version == 2);
  CHECK(agreements.overview(world.dana, world.name)->life.versions.size() == 2);
}
