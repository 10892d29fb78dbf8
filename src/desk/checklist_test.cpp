// Checklists: tasks of both parties that are part of one ticket.
#include <doctest/doctest.h>

#include "desk/board.h"
#include "desk/notice.h"

namespace tandem::desk {
namespace {

constexpr FormId kForm{base::IdBits{.high = 4, .low = 1}};

// A joiner of the helpdesk's, with a step of its own and one of the client's.
class Joiner : public Board {
 public:
  Joiner() : joiner(opens()), ours(opens_step("workstation")), theirs(opens_step("core-banking")) {}

  TicketId opens_step(std::string_view category, const Actor& actor = system_actor()) {
    return opens(actor, a_step(category));
  }
  [[nodiscard]] OpenTicket a_step(std::string_view category) const {
    OpenTicket command = a_ticket(category, "high");
    command.kind = TicketKind::Task;
    command.links = {{.kind = LinkKind::PartOf, .other = joiner}};
    return command;
  }
  [[nodiscard]] std::vector<std::string_view> steps() const {
    std::vector<std::string_view> all;
    for (const Link& link : at(joiner).links) all.push_back(link.step ? to_text(*link.step) : "no step");
    return all;
  }
  [[nodiscard]] std::vector<Notice> told_of_latest(TicketId id) const {
    const Events& all = events.at(id);
    const std::size_t added = latest(id).size();
    Ticket before = *replay(id, std::span(all).first(all.size() - added));
    return notices({.before = &before, .after = at(id), .events = std::span(all).last(added), .policy = policy()});
  }

  TicketId joiner;
  TicketId ours;
  TicketId theirs;
};

using Words = std::vector<std::string_view>;

TEST_CASE("the steps of a checklist belong to whom the agreement names for their category") {
  Joiner board;
  CHECK(board.steps() == Words{"open", "open"});
  CHECK(board.at(board.ours).ownership.owner.team == TeamName("helpdesk"));
  CHECK(board.at(board.theirs).ownership.owner.team == TeamName("harbor-it"));
  CHECK(board.links(board.theirs, board.joiner) == Kinds{LinkKind::PartOf});
}

TEST_CASE("what is part of a ticket and no task is no step") {
  Joiner board;
  const TicketId incident = board.opens();
  REQUIRE(board.does(person("sam"), incident, LinkTicket{LinkKind::PartOf, board.joiner}) == std::nullopt);
  CHECK(board.steps() == Words{"open", "open", "no step"});
  REQUIRE(board.does(person("sam"), incident, Resolve{"done"}) == std::nullopt);
  CHECK(board.latest(board.joiner).empty());
}

TEST_CASE("a task becomes a step from either side, as it stands, and is none any more when the link is taken back") {
  Joiner board;
  OpenTicket task = board.a_step("workstation");
  task.links.clear();
  const TicketId alone = board.opens(person("sam"), task);
  REQUIRE(board.does(person("sam"), alone, Resolve{"done"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.joiner, LinkTicket{LinkKind::HasPart, alone}) == std::nullopt);
  CHECK(board.steps() == Words{"open", "open", "done"});
  REQUIRE(board.does(person("sam"), board.ours, UnlinkTicket{LinkKind::PartOf, board.joiner, "another's"}) ==
          std::nullopt);
  CHECK(board.steps() == Words{"open", "done"});
}

TEST_CASE("a ticket is not resolved, closed or merged while steps are open") {
  Joiner board;
  const TicketId other = board.opens();
  CHECK(board.does(person("sam"), board.joiner, Resolve{"done"}) == RefusalKind::StepsOpen);
  CHECK(board.said == "2 steps of its checklist are open");
  CHECK(board.does(person("sam"), board.joiner, MergeTicket{other, "same"}) == RefusalKind::StepsOpen);
  CHECK(board.does(system_actor(), board.joiner, Close{}) == RefusalKind::StepsOpen);
  REQUIRE(board.does(person("sam"), board.ours, Resolve{"done"}) == std::nullopt);
  CHECK(board.does(person("sam"), board.joiner, Resolve{"done"}) == RefusalKind::StepsOpen);
  CHECK(board.said == "a step of its checklist is open");
  REQUIRE(board.does(person("dana"), board.theirs, Resolve{"done"}) == std::nullopt);
  CHECK(board.does(person("sam"), board.joiner, Resolve{"done"}) == std::nullopt);
}

TEST_CASE("the owner is told of the last step, once, and not of those before") {
  Joiner board;
  REQUIRE(board.does(person("sam"), board.joiner, Take{}) == std::nullopt);
  REQUIRE(board.does(person("priya"), board.ours, Take{}) == std::nullopt);
  REQUIRE(board.does(person("priya"), board.ours, Resolve{"done"}) == std::nullopt);
  CHECK(board.latest(board.joiner) == Names{"linked-ticket-moved"});
  CHECK(board.told_of_latest(board.joiner).empty());
  REQUIRE(board.does(person("dana"), board.theirs, Resolve{"done"}) == std::nullopt);
  const auto told = board.told_of_latest(board.joiner);
  REQUIRE(told.size() == 1);
  CHECK(told.front().to.person == PersonName("sam"));
  CHECK(told.front().kind == NoticeKind::StepsDone);
  REQUIRE(board.does(person("dana"), board.theirs, Close{}) == std::nullopt);
  CHECK(board.latest(board.joiner).empty());  // it was done
}

TEST_CASE("a step that is reopened is open, and the ticket waits for it again") {
  Joiner board;
  REQUIRE(board.does(person("sam"), board.ours, Resolve{"done"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.ours, Reopen{"not yet"}) == std::nullopt);
  CHECK(board.steps() == Words{"open", "open"});
}

TEST_CASE("a step that is not needed is closed with a reason by whoever has the whole") {
  Joiner board;
  CHECK(board.does(person("dana"), board.ours, CloseNotNeeded{"no laptop"}) == RefusalKind::NotTheOwner);
  CHECK(board.does(person("sam"), board.ours, CloseNotNeeded{" "}) == RefusalKind::EmptyText);
  CHECK(board.does(person("sam"), board.joiner, CloseNotNeeded{"no laptop"}) == RefusalKind::WrongKind);
  REQUIRE(board.does(person("sam"), board.ours, CloseNotNeeded{"no laptop"}) == std::nullopt);
  CHECK(board.latest(board.ours) == Names{"found-not-needed", "ticket-closed"});
  CHECK(board.at(board.ours).state == State::Closed);
  CHECK(board.at(board.ours).not_needed == "no laptop");
  CHECK(board.steps() == Words{"not-needed", "open"});
  CHECK(board.does(person("sam"), board.ours, CloseNotNeeded{"again"}) == RefusalKind::NotOpen);
  REQUIRE(board.does(person("sam"), board.ours, Reopen{"it is"}) == std::nullopt);
  CHECK(board.at(board.ours).not_needed.empty());
  CHECK(board.steps() == Words{"open", "open"});
}

TEST_CASE("a step may have steps of its own, which come first") {
  Joiner board;
  OpenTicket below = board.a_step("workstation");
  below.links = {{.kind = LinkKind::PartOf, .other = board.ours}};
  const TicketId inner = board.opens(system_actor(), below);
  CHECK(board.does(person("sam"), board.ours, CloseNotNeeded{"no laptop"}) == RefusalKind::StepsOpen);
  CHECK(board.does(person("sam"), board.ours, Resolve{"done"}) == RefusalKind::StepsOpen);
  REQUIRE(board.does(person("sam"), inner, Resolve{"done"}) == std::nullopt);
  CHECK(board.does(person("sam"), board.ours, Resolve{"done"}) == std::nullopt);
}

TEST_CASE("a step is merged into nothing, and what is merged becomes no step: neither would be done by that") {
  Joiner board;
  CHECK(board.does(person("sam"), board.ours, MergeTicket{board.joiner, "the same"}) == RefusalKind::CannotLink);
  CHECK(board.does(person("sam"), board.ours, MergeTicket{board.opens(), "the same"}) == RefusalKind::CannotLink);
  CHECK(board.said == "a step is no duplicate: do it, or have it closed as not needed or taken off the checklist");
  OpenTicket task = board.a_step("workstation");
  task.links.clear();
  const TicketId merged = board.opens(person("sam"), task);
  REQUIRE(board.does(person("sam"), merged, MergeTicket{board.opens(), "the same"}) == std::nullopt);
  CHECK(board.does(person("sam"), merged, LinkTicket{LinkKind::PartOf, board.joiner}) == RefusalKind::CannotLink);
  CHECK(board.does(person("sam"), board.joiner, LinkTicket{LinkKind::HasPart, merged}) == RefusalKind::CannotLink);
  CHECK(board.steps() == Words{"open", "open"});
}

TEST_CASE("the team that has a step does not say that it is not needed: who has the whole does, or answers for it") {
  Joiner board;
  CHECK(board.does(person("dana"), board.theirs, CloseNotNeeded{"we do not do this"}) == RefusalKind::NotTheOwner);
  CHECK(board.said ==
        "only `helpdesk` of Northbeam IT, which has what it is a step of, or priya, who answers for that, says "
        "that a "
        "step is not needed");
  REQUIRE(board.at(board.joiner).ownership.accountable == PersonName("priya"));
  REQUIRE(board.does(person("luis"), board.theirs, Take{}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.theirs, CloseNotNeeded{"no laptop"}) == std::nullopt);
  CHECK(board.steps() == Words{"open", "not-needed"});
  const auto told = board.told_of_latest(board.theirs);
  CHECK(std::ranges::any_of(
      told, [](const Notice& one) { return one.to.person == PersonName("luis") && one.kind == NoticeKind::Linked; }));
  // A category that takes a step to another team takes nothing from whoever has the whole.
  REQUIRE(board.does(person("sam"), board.ours, ChangeCategory{CategoryName("core-banking")}) == std::nullopt);
  REQUIRE(board.at(board.ours).ownership.owner.team == TeamName("harbor-it"));
  CHECK(board.does(person("luis"), board.ours, CloseNotNeeded{"not ours"}) == RefusalKind::NotTheOwner);
  CHECK(board.does(person("priya"), board.ours, CloseNotNeeded{"not ours"}) == std::nullopt);
}

TEST_CASE("whoever answers for the whole says that a step is not needed, whatever team has it by now") {
  Joiner board;
  REQUIRE(board.does(person("sam"), board.joiner, OfferHandoff{TeamName("soc"), {}, "yours"}) == std::nullopt);
  REQUIRE(board.does(person("mei"), board.joiner, AcceptHandoff{1}) == std::nullopt);
  REQUIRE(board.at(board.joiner).ownership.accountable == PersonName("priya"));
  CHECK(board.does(person("sam"), board.ours, CloseNotNeeded{"no laptop"}) == RefusalKind::NotTheOwner);
  CHECK(board.does(person("priya"), board.ours, CloseNotNeeded{"no laptop"}) == std::nullopt);
}

TEST_CASE("a task that is part of nothing is closed as not needed by the team that has it") {
  Joiner board;
  OpenTicket task = board.a_step("core-banking");
  task.links.clear();
  const TicketId alone = board.opens(person("sam"), task);
  CHECK(board.does(person("sam"), alone, CloseNotNeeded{"no laptop"}) == RefusalKind::NotTheOwner);
  CHECK(board.does(person("dana"), alone, CloseNotNeeded{"no laptop"}) == std::nullopt);
}

TEST_CASE("a step is taken off its checklist with a reason by whoever has the whole, and both tickets say why") {
  Joiner board;
  const UnlinkTicket off{LinkKind::PartOf, board.joiner, "of another starter"};
  CHECK(board.does(person("dana"), board.theirs, off) == RefusalKind::NotTheOwner);
  CHECK(board.does(person("dana"), board.joiner, UnlinkTicket{LinkKind::HasPart, board.theirs, "r"}) ==
        RefusalKind::NotTheOwner);
  CHECK(board.does(person("sam"), board.theirs, UnlinkTicket{LinkKind::PartOf, board.joiner}) ==
        RefusalKind::EmptyText);
  CHECK(board.does(person("sam"), board.joiner, UnlinkTicket{LinkKind::HasPart, board.theirs, " "}) ==
        RefusalKind::EmptyText);
  REQUIRE(board.does(person("luis"), board.theirs, Take{}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.theirs, off) == std::nullopt);
  CHECK(std::get<TicketUnlinked>(board.events.at(board.theirs).back().data).reason == "of another starter");
  CHECK(std::get<TicketUnlinked>(board.events.at(board.joiner).back().data).reason == "of another starter");
  const auto told = board.told_of_latest(board.theirs);
  REQUIRE(told.size() == 1);
  CHECK(told.front().to.person == PersonName("luis"));
  REQUIRE(board.does(person("priya"), board.joiner, UnlinkTicket{LinkKind::HasPart, board.ours, "twice"}) ==
          std::nullopt);
  CHECK(board.steps().empty());
}

TEST_CASE("a checklist stays started when its steps are taken off, and is not started again") {
  Joiner board;
  const StartChecklist start{.form = kForm, .title = "Leaver"};
  REQUIRE(board.does(person("sam"), board.joiner, start) == std::nullopt);
  for (const TicketId step : {board.ours, board.theirs})
    REQUIRE(board.does(person("sam"), board.joiner, UnlinkTicket{LinkKind::HasPart, step, "r"}) == std::nullopt);
  CHECK(board.at(board.joiner).checklists.size() == 1);
  CHECK(board.does(person("sam"), board.joiner, start) == RefusalKind::NoChange);
}

TEST_CASE("what is resolved or closed gets no step, from neither side, and none by opening one") {
  Joiner board;
  OpenTicket task = board.a_step("workstation");
  task.links.clear();
  const TicketId alone = board.opens(person("sam"), task);
  const TicketId whole = board.opens();
  const TicketId incident = board.opens();
  REQUIRE(board.does(person("sam"), whole, Resolve{"done"}) == std::nullopt);
  const auto refuses = [&](std::string_view said) {
    CHECK(board.does(person("sam"), alone, LinkTicket{LinkKind::PartOf, whole}) == RefusalKind::CannotLink);
    CHECK(board.said == said);
    CHECK(board.does(person("sam"), whole, LinkTicket{LinkKind::HasPart, alone}) == RefusalKind::CannotLink);
    task.links = {{.kind = LinkKind::PartOf, .other = whole}};
    CHECK_FALSE(board.tries_to_open(person("sam"), task).has_value());
  };
  refuses("that ticket is resolved: reopen it before it gets a step, or let the task follow it");
  // Only steps are waited for.
  CHECK(board.does(person("sam"), incident, LinkTicket{LinkKind::PartOf, whole}) == std::nullopt);
  REQUIRE(board.does(person("sam"), whole, Close{}) == std::nullopt);
  refuses("that ticket is closed: reopen it before it gets a step, or let the task follow it");
  task.links = {{.kind = LinkKind::Follows, .other = whole}};
  CHECK(board.tries_to_open(person("sam"), task).has_value());
  REQUIRE(board.does(person("sam"), whole, Reopen{"not yet"}) == std::nullopt);
  CHECK(board.does(person("sam"), alone, LinkTicket{LinkKind::PartOf, whole}) == std::nullopt);
}

TEST_CASE("a step is not reopened before what it is a step of") {
  Joiner board;
  REQUIRE(board.does(person("sam"), board.ours, Resolve{"done"}) == std::nullopt);
  REQUIRE(board.does(person("dana"), board.theirs, Resolve{"done"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.joiner, Resolve{"done"}) == std::nullopt);
  CHECK(board.does(person("sam"), board.ours, Reopen{"not yet"}) == RefusalKind::NotOpen);
  CHECK(board.said == "what it is a step of is resolved: reopen that first");
  REQUIRE(board.does(person("sam"), board.joiner, Reopen{"not yet"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.ours, Reopen{"not yet"}) == std::nullopt);
  CHECK(board.steps() == Words{"open", "done"});
}

TEST_CASE("what follows from a major incident becomes a step of it, and is reopened, whatever became of it") {
  Board board;
  const TicketId major = board.opens();
  REQUIRE(board.does(person("priya"), major, DeclareMajor{.scenario = {}, .reason = "all is down"}) == std::nullopt);
  REQUIRE(board.does(person("priya"), major, StandDown{"all is back"}) == std::nullopt);
  REQUIRE(board.does(person("priya"), major, Resolve{"done"}) == std::nullopt);
  OpenTicket task = a_ticket("workstation", "high");
  task.kind = TicketKind::Task;
  task.links = {{.kind = LinkKind::PartOf, .other = major}};
  const TicketId step = board.opens(person("sam"), task);
  REQUIRE(board.does(person("sam"), step, Resolve{"done"}) == std::nullopt);
  CHECK(board.does(person("sam"), step, Reopen{"not yet"}) == std::nullopt);
}

TEST_CASE("a checklist is started by the owning team, once") {
  Joiner board;
  const StartChecklist start{.form = kForm, .title = "Leaver"};
  CHECK(board.does(person("dana"), board.joiner, start) == RefusalKind::NotTheOwner);
  CHECK(board.does(system_actor(), board.joiner, start) == RefusalKind::NotTheOwner);  // nobody asked for it
  REQUIRE(board.does(person("sam"), board.joiner, start) == std::nullopt);
  CHECK(board.at(board.joiner).checklists.front().title == "Leaver");
  CHECK(board.does(person("sam"), board.joiner, start) == RefusalKind::NoChange);
  for (std::uint64_t other = 2; other <= kMaxChecklists; ++other) {
    const StartChecklist next{.form = FormId(base::IdBits{.high = 4, .low = other}), .title = "Mover"};
    REQUIRE(board.does(person("sam"), board.joiner, next) == std::nullopt);
  }
  const StartChecklist last{.form = FormId(base::IdBits{.high = 4, .low = 99}), .title = "Mover"};
  CHECK(board.does(person("sam"), board.joiner, last) == RefusalKind::CannotLink);
}

TEST_CASE("what was asked for with a form begins by itself") {
  Board board;
  OpenTicket command = a_ticket("workstation", "high");
  command.kind = TicketKind::Request;
  command.form = FormFilled{.form = kForm, .title = "New starter", .answers = {}};
  const TicketId id = board.opens(requester("ann@harbor.example"), command);
  CHECK(board.does(system_actor(), id, StartChecklist{.form = kForm, .title = "New starter"}) == std::nullopt);
}

TEST_CASE("the desk opens tasks and end users do not") {
  Joiner board;
  CHECK_FALSE(board.tries_to_open(requester("ann@harbor.example"), board.a_step("workstation")).has_value());
  OpenTicket problem = board.a_step("workstation");
  problem.kind = TicketKind::Problem;
  CHECK_FALSE(board.tries_to_open(system_actor(), problem).has_value());
}

TEST_CASE("a part of a major incident with open steps is not resolved with it") {
  Joiner board;
  const TicketId major = board.opens();
  REQUIRE(board.does(person("sam"), board.joiner, LinkTicket{LinkKind::PartOf, major}) == std::nullopt);
  REQUIRE(board.does(person("priya"), major, DeclareMajor{.scenario = {}, .reason = "all is down"}) == std::nullopt);
  REQUIRE(board.does(person("priya"), major, StandDown{"all is back"}) == std::nullopt);
  REQUIRE(board.does(person("priya"), major, Resolve{"done"}) == std::nullopt);
  CHECK(is_open(board.at(board.joiner).state));
}

TEST_CASE("every history of a checklist replays to what it was") {
  Joiner board;
  REQUIRE(board.does(person("sam"), board.ours, CloseNotNeeded{"no laptop"}) == std::nullopt);
  REQUIRE(board.does(person("dana"), board.theirs, Resolve{"done"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.theirs, UnlinkTicket{LinkKind::PartOf, board.joiner, "r"}) == std::nullopt);
  for (const auto& [id, ticket] : board.tickets) CHECK(*replay(id, board.events.at(id)) == ticket);
}

}  // namespace
}  // namespace tandem::desk
