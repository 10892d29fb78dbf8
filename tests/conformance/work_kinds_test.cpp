// Kinds of work in the queue: problems, vendor cases and when they are chased, major incidents and what is part of one.
#include "conformance/places.h"
#include "conformance/store_desk.h"
#include "desk/emergency_agreement.h"
#include "desk/joint_step.h"

using namespace tandem;

namespace {

using desk::person;

// 1 an incident · 2 another, part of 4 · 3 a problem · 4 an incident that is declared · 5 a case of 1 at corebank,
// chased in an hour · 6 a case of 1 at netco, chased in three hours
class Work {
 public:
  explicit Work(app::Store& store) : store_(&store), policy_(desk::emergency_agreement()) {
    REQUIRE(store.write(
        [&](app::WriteTransaction& tx) { return tx.add_engagement(engagement_record("harbor-cu", "HCU")); }));
    opens({.category = "workstation"});
    opens({.category = "workstation"});
    opens({.kind = desk::TicketKind::Problem, .category = "workstation"});
    opens({.category = "malware"});
    does(4, desk::DeclareMajor{.scenario = {}, .reason = "all are out"});
    does(2, desk::LinkTicket{.kind = desk::LinkKind::PartOf, .other = ids.at(3)});
    asks("corebank", base::hours(1));
    asks("netco", base::hours(3));
  }

  struct Opening {
    desk::TicketKind kind = desk::TicketKind::Incident;
    std::string_view category;
  };
  void opens(const Opening& opening) {
    desk::OpenTicket command;
    command.kind = opening.kind;
    command.category = desk::CategoryName(opening.category);
    add(std::move(command));
  }
  void asks(std::string_view vendor, base::Duration until) {
    desk::OpenTicket command;
    command.kind = desk::TicketKind::VendorCase;
    command.category = desk::CategoryName("workstation");
    command.links = {{.kind = desk::LinkKind::VendorCaseFor, .other = ids.front()}};
    command.vendor_case =
        desk::OpenVendorCase{.vendor = desk::PartyName(vendor), .reference = {}, .chase_at = now + until};
    add(std::move(command));
  }
  void does(std::uint64_t number, const desk::Command& command, const desk::Actor& who = person("sam")) {
    take(who, [&](desk::JointStep& step) { return step.decide(ids.at(number - 1), command); });
  }
  void passes(base::Duration time) {
    now = now + time;
    for (std::uint64_t number = 1; number <= ids.size(); ++number) {
      take(desk::system_actor(), [&](desk::JointStep& step) -> base::Result<std::optional<desk::Refusal>> {
        TANDEM_TRY(const auto nothing_due, step.decide(ids.at(number - 1), desk::PassTime{}));
        static_cast<void>(nothing_due);
        return std::optional<desk::Refusal>();
      });
    }
  }

  // In any order of the queue and by pages of any size the same.
  [[nodiscard]] Numbers finds(app::QueueQuery query) {
    query.engagement = kHarbor;
    std::optional<Numbers> first;
    for (const auto order : {app::QueueOrder::Urgency, app::QueueOrder::Newest, app::QueueOrder::Updated}) {
      for (const std::size_t limit : {1U, 2U, 200U}) {
        query.order = order;
        query.limit = limit;
        Numbers found;
        query.after.clear();
        do {
          const auto page = store_->queue(query);
          REQUIRE(page);
          for (const app::QueueRow& row : page->rows) found.push_back(row.number);
          query.after = page->next;
        } while (!query.after.empty());
        std::ranges::sort(found);
        if (!first) first = found;
        REQUIRE(found == *first);
      }
    }
    return *first;
  }
  [[nodiscard]] app::QueueRow row(std::uint64_t number) {
    const auto page = store_->queue({.engagement = kHarbor, .number = number});
    REQUIRE(page);
    REQUIRE(page->rows.size() == 1);
    return page->rows.front();
  }

  base::Instant now = desk::kMonday;
  std::vector<desk::TicketId> ids;

 private:
  void add(desk::OpenTicket command) {
    const desk::TicketId id(base::IdBits{.high = 7, .low = ids.size() + 1});
    command.number = ids.size() + 1;
    command.subject = "screen stays black";
    command.requester = {.name = "Ann Field", .email = "ann@harbor.example", .vip = false};
    command.priority = desk::PriorityName("normal");
    ids.push_back(id);
    take(person("sam"), [&](desk::JointStep& step) { return step.open(id, command); });
  }
  // What the use cases do: all tickets of the step are written in one transaction.
  void take(const desk::Actor& who,
            const std::function<base::Result<std::optional<desk::Refusal>>(desk::JointStep&)>& work) {
    const desk::Circumstances given{.policy = *policy_, .now = now, .actor = who, .workload = {}};
    const auto written = store_->write([&](app::WriteTransaction& tx) -> base::Result<void> {
      desk::JointStep step([&](desk::TicketId id) { return tx.ticket(kHarbor, id); }, given);
      TANDEM_TRY(const auto refusal, work(step));
      REQUIRE_MESSAGE(!refusal, (refusal ? refusal->message : std::string()));
      for (const desk::JointStep::Changed* one : step.changed())
        TANDEM_TRY_DONE(tx.append(kHarbor, one->ticket, 2, one->events));
      return {};
    });
    REQUIRE(written);
  }

  app::Store* store_;
  std::shared_ptr<const policy::Policy> policy_;
};

using Kind = desk::TicketKind;
using Major = app::MajorWork;

}  // namespace

TEST_CASE_TEMPLATE("a queue asks for kinds of work", Place, TANDEM_EVERY_STORE) {
  Place place;
  Work work(place.store());
  CHECK(work.finds({.kinds = {Kind::Problem}}) == Numbers{3});
  CHECK(work.finds({.kinds = {Kind::VendorCase}}) == Numbers{5, 6});
  CHECK(work.finds({.kinds = {Kind::Problem, Kind::VendorCase}}) == Numbers{3, 5, 6});
  CHECK(work.finds({.kinds = {Kind::Incident}}) == Numbers{1, 2, 4});
  CHECK(work.finds({.kinds = {Kind::Incident, Kind::Problem}}) == Numbers{1, 2, 3, 4});
  CHECK(work.finds({.kinds = {Kind::Change}}) == Numbers{});
  CHECK(work.finds({.teams = {desk::TeamName("helpdesk")}, .kinds = {Kind::Problem}}) == Numbers{3});
  CHECK(work.finds({.teams = {desk::TeamName("soc")}, .kinds = {Kind::Problem}}) == Numbers{});
  CHECK(work.finds({.search = "black", .kinds = {Kind::Problem}}) == Numbers{3});
  CHECK(work.finds({.states = {desk::State::Closed}, .kinds = {Kind::Problem}}) == Numbers{});
  CHECK(work.row(3).kind == Kind::Problem);
}

TEST_CASE_TEMPLATE("a vendor case says who has it and when it is chased, and is found by both", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  Work work(place.store());
  const auto start = work.now;
  CHECK(work.row(5).vendor == desk::PartyName("corebank"));
  CHECK(work.row(5).chase_at == start + base::hours(1));
  CHECK_FALSE(work.row(1).chase_at);
  CHECK(work.finds({.vendors = {desk::PartyName("corebank")}}) == Numbers{5});
  CHECK(work.finds({.vendors = {desk::PartyName("corebank"), desk::PartyName("netco")}}) == Numbers{5, 6});
  CHECK(work.finds({.vendors = {desk::PartyName("northbeam")}}) == Numbers{});
  CHECK(work.finds({.search = "black", .vendors = {desk::PartyName("netco")}}) == Numbers{6});
  CHECK(work.finds({.chase_by = work.now}) == Numbers{});
  CHECK(work.finds({.chase_by = work.now + base::hours(2)}) == Numbers{5});
  CHECK(work.finds({.kinds = {Kind::VendorCase}, .chase_by = work.now + base::hours(3)}) == Numbers{5, 6});
  CHECK(work.finds({.kinds = {Kind::Problem}, .chase_by = work.now + base::hours(3)}) == Numbers{});

  // Reminding somebody of it is not chasing: it stays due since it was due.
  work.passes(base::hours(2));
  CHECK(work.row(5).chase_at == start + base::hours(1));
  CHECK(work.finds({.chase_by = work.now}) == Numbers{5});
  const desk::RecordChase chase{
      .said = "soon", .reference = {}, .passed_to = desk::PartyName("netco"), .chase_at = work.now + base::hours(4)};
  work.does(5, chase, person("luis"));
  CHECK(work.row(5).vendor == desk::PartyName("netco"));
  CHECK(work.finds({.chase_by = work.now + base::hours(1)}) == Numbers{6});
  work.does(6, desk::RecordVendorAnswer{"it is mended"});
  CHECK_FALSE(work.row(6).chase_at);
  CHECK(work.finds({.chase_by = work.now + base::hours(9)}) == Numbers{5});
  work.does(5, desk::Resolve{"done"}, person("luis"));
  CHECK(work.finds({.chase_by = work.now + base::hours(9)}) == Numbers{});
}

TEST_CASE_TEMPLATE("a major incident is found with its parts until it is stood down", Place, TANDEM_EVERY_STORE) {
  Place place;
  Work work(place.store());
  CHECK(work.row(4).major_since == work.now);
  CHECK(work.row(2).part_of == work.ids.at(3));
  CHECK(work.finds({.major = Major::Declared}) == Numbers{4});
  CHECK(work.finds({.major = Major::WithParts}) == Numbers{2, 4});
  CHECK(work.finds({.major = Major::Any}) == Numbers{1, 2, 3, 4, 5, 6});
  CHECK(work.finds({.search = "black", .major = Major::WithParts}) == Numbers{2, 4});
  CHECK(work.finds({.teams = {desk::TeamName("helpdesk")}, .major = Major::WithParts}) == Numbers{2});
  CHECK(work.finds({.kinds = {Kind::Problem}, .major = Major::WithParts}) == Numbers{});
  // A part of what is hidden from somebody does not tell them that there is such an incident.
  CHECK(work.finds({.hidden_categories = {desk::CategoryName("malware")}, .major = Major::WithParts}) == Numbers{});
  CHECK(work.finds({.teams = {desk::TeamName("helpdesk")},
                    .hidden_categories = {desk::CategoryName("malware")},
                    .major = Major::WithParts}) == Numbers{});

  work.does(2, desk::UnlinkTicket{.kind = desk::LinkKind::PartOf, .other = work.ids.at(3)});
  CHECK(work.finds({.major = Major::WithParts}) == Numbers{4});
  work.does(4, desk::StandDown{"over"}, person("mei"));
  CHECK(work.finds({.major = Major::WithParts}) == Numbers{});
  CHECK_FALSE(work.row(4).major_since);
}

TEST_CASE_TEMPLATE("rows of every kind are made anew as they were", Place, TANDEM_EVERY_STORE) {
  Place place;
  Work work(place.store());
  work.passes(base::hours(2));
  const auto before = *place.store().dump_read_tables();
  CHECK(before.contains("|vendor-case|"));
  REQUIRE(place.store().rebuild());
  CHECK(*place.store().dump_read_tables() == before);
}

TEST_CASE_TEMPLATE("what was done without authority is found until the other side acknowledges it", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  Work work(place.store());
  CHECK(work.finds({.unanswered_only = true}) == Numbers{});
  CHECK_FALSE(work.row(4).unanswered);
  const auto does = [&](std::string_view name) {
    work.does(4, desk::RecordAction{.name = std::string(name),
                                    .on = "PC-12",
                                    .done_at = work.now,
                                    .cost = {},
                                    .risk = desk::RiskLevel::Low,
                                    .reason = "it spread",
                                    .decided_by = {}});
  };
  does("wipe-host");
  const app::QueueRow row = work.row(4);
  REQUIRE(row.unanswered);
  CHECK(row.unanswered->since == work.now);
  CHECK(row.unanswered->name == "wipe-host");
  CHECK(row.unanswered->by == person("sam").display);
  CHECK_FALSE(row.unanswered->asked.empty());
  CHECK(row.unanswered->count == 1);
  const base::Instant first = work.now;
  work.now = work.now + base::hours(1);
  does("wipe-server");
  CHECK(work.row(4).unanswered->count == 2);
  CHECK(work.row(4).unanswered->since == first);
  CHECK(work.finds({.unanswered_only = true}) == Numbers{4});
  CHECK(work.finds({.search = "black", .unanswered_only = true}) == Numbers{4});
  CHECK(work.finds({.teams = {desk::TeamName("harbor-it")}, .unanswered_only = true}) == Numbers{});
  CHECK(work.finds({.hidden_categories = {desk::CategoryName("malware")}, .unanswered_only = true}) == Numbers{});
  REQUIRE(place.store().rebuild());
  CHECK(work.finds({.unanswered_only = true}) == Numbers{4});

  const auto acknowledges = [&](std::uint32_t action) {
    const desk::AnswerAction answer{.action = action, .answer = desk::ActionAnswer::Acknowledge, .words = {}};
    work.does(4, answer, person(row.unanswered->asked.text()));
  };
  acknowledges(1);
  CHECK(work.row(4).unanswered->name == "wipe-server");
  CHECK(work.row(4).unanswered->since == work.now);
  acknowledges(2);
  CHECK_FALSE(work.row(4).unanswered);
  CHECK(work.finds({.unanswered_only = true}) == Numbers{});
}
