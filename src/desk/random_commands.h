// Random people asking random things of a ticket, for property tests and measurements: right answers, wrong epochs,
// strangers and empty texts in a mix in which every command is done often and refused often. The same seed asks the
// same.
#pragma once

#include <random>

#include "desk/scene.h"

namespace tandem::desk {

class RandomCommands {
 public:
  explicit RandomCommands(std::uint32_t seed) : random_(seed) {}

  OpenTicket opening() {
    const auto category = one_of(kCategories);
    OpenTicket opening = a_ticket(category, one_of(kPriorities));
    if (chance(4)) {
      opening.kind = TicketKind::Decision;
      opening.decision = decision();
    } else if (chance(6)) {
      opening.kind = TicketKind::Problem;
    } else if (chance(5)) {
      opening.kind = TicketKind::VendorCase;
      opening.links = {{.kind = LinkKind::VendorCaseFor, .other = kOtherIncident}};
      opening.vendor_case = OpenVendorCase{.vendor = PartyName("corebank"), .reference = text(), .chase_at = {}};
    } else if (chance(5)) {
      opening.kind = TicketKind::Task;
      opening.due = NewDueDate{.from = {}, .days = static_cast<std::int32_t>(below(9)) - 2};
      if (chance(2)) opening.cover = cover();
    }
    return opening;
  }
  // A change whose window holds the two weeks, or begins with them, so that it may be started at once.
  OpenTicket planning() {
    OpenTicket command = a_ticket({}, one_of(kPriorities));
    command.kind = TicketKind::Change;
    ChangePlan plan;
    plan.kind = static_cast<ChangeKind>(below(3));
    const bool standard = plan.kind == ChangeKind::Standard;
    plan.activity = ActivityName(standard ? kActivities[0] : one_of(kActivities));
    if (standard || (plan.activity.text() == kActivities[0] && chance(2))) plan.action = "restart-switch";
    plan.from = kMonday;
    plan.to = kMonday + base::hours(24 * (15 + static_cast<std::int64_t>(below(10))));
    plan.assets = {"core-switch"};
    plan.plan = plan.roll_back = "a word about it";
    plan.risk = standard ? ChangeRisk::Low : static_cast<ChangeRisk>(below(3));
    if (chance(3)) plan.decision = DecisionKindName(one_of(kDecisions));
    command.change = std::move(plan);
    return command;
  }
  // Within the two weeks in which people take leave and the office closes.
  base::Instant instant() { return kMonday + base::minutes(below(14 * 24 * 60)); }
  base::Duration pause() { return chance(5) ? base::hours(below(30)) : base::minutes(below(12)); }

  // Somebody who has a say in the ticket, or just anybody.
  Actor actor(const Ticket& ticket) {
    if (chance(8)) return system_actor();
    if (chance(8)) return requester(chance(3) ? "bob@harbor.example" : "ann@harbor.example");
    if (!is_open(ticket.state) && chance(4)) return requester("ann@harbor.example");
    if (!ticket.watchers.empty() && chance(12)) return person(ticket.watchers.front().text());
    if (ticket.handoff && chance(2)) return member_of(ticket.handoff->offer.to_team);
    if (ticket.change && chance(2)) return party_to(*ticket.change);
    if (ticket.dispute && chance(2)) return person(ticket.dispute->deciders().front().text());
    if (ticket.decision && ticket.decision->outcome && chance(3)) return system_actor();
    if (ticket.cover && chance(4)) return system_actor();
    if (const DoneAction* open = open_action(ticket); open != nullptr && chance(4))
      return person(open->recorded.asked.text());
    if (ticket.decision && chance(2)) return decision_maker(ticket);
    return chance(3) ? person(one_of(kPeople)) : member_of(ticket.ownership.owner.team);
  }

  Command command(const Ticket& ticket) {
    if (!is_open(ticket.state) && chance(4)) return RateService{static_cast<Verdict>(below(2)), "a word about it"};
    if (!is_open(ticket.state) && chance(2)) return Reopen{text()};
    if (ticket.handoff && chance(2)) return answer(ticket);
    if (ticket.change && !chance(4)) return about(*ticket.change);
    if (!ticket.watchers.empty() && chance(20)) return Unwatch{};
    if (ticket.dispute && chance(3)) return chance(3) ? Command(WithdrawDispute{}) : ruling(ticket);
    if (ticket.decision && chance(2)) return about_decision(ticket);
    if (chance(40)) return about_decision(ticket);
    if (ticket.vendor_case && chance(4)) return about_a_vendor();
    if (ticket.problem && chance(4)) return about_a_problem();
    if (!ticket.links.empty() && chance(10)) return about_links(ticket);
    if (ticket.major && !ticket.major->is_on() && chance(3)) return ReviewMajor{numbered_text()};
    if (ticket.major && chance(3)) return about_a_major();
    if (chance(20)) return about_files(ticket);
    if (ticket.facts.kind == TicketKind::Task && chance(10)) return CloseNotNeeded{text()};
    if (chance(60)) return about_a_checklist();
    if (ticket.cover && chance(3)) return about_cover();
    if (chance(200)) return about_cover();
    if (chance(25)) return about_actions(ticket);
    switch (below(28)) {
      case 0:
        return AddComment{static_cast<Visibility>(below(3)), chance(3) ? TeamName(one_of(kTeams)) : TeamName(), text()};
      case 1: return Take{};
      case 2: return ChangePriority{PriorityName(one_of(kPriorities))};
      case 3: return ChangeCategory{CategoryName(one_of(kCategories))};
      case 4:
      case 5:
      case 6:
      case 7:
      case 8:
        return OfferHandoff{TeamName(one_of(kTeams)), chance(3) ? PersonName(one_of(kPeople)) : PersonName(), text()};
      case 9:
      case 10:
      case 11: return answer(ticket);
      case 12: return chance(2) ? Command(Wait{static_cast<WaitingOn>(below(4))}) : Command(Resume{});
      case 13: return Resolve{text()};
      case 14: return chance(4) ? Command(Close{}) : Command(Reopen{text()});
      case 15: return Assign{PersonName(one_of(kPeople))};
      case 16: return Release{text()};
      case 17: return chance(2) ? Command(Acknowledge{}) : Command(PassTime{});
      case 18: return chance(3) ? Command(FlagStrategic{{}, text()}) : Command(PassTime{});
      case 19: return chance(2) ? Command(RaiseDispute{text()}) : Command(WithdrawDispute{});
      case 20: return ruling(ticket);
      case 21:
        return chance(2) ? Command(Watch{chance(2) ? PersonName(one_of(kPeople)) : PersonName()}) : Command(Unwatch{});
      case 22: return ChangeTags{{std::string(one_of(kTags))}, {std::string(one_of(kTags))}};
      case 23: return AddComment{static_cast<Visibility>(below(3)), {}, fmt::format("see @{}", one_of(kPeople))};
      case 24: return about_links(ticket);
      case 25: return chance(2) ? about_a_vendor() : about_a_problem();
      case 26: return about_a_major();
    }
    return about({});
  }

  NewDecision decision() {
    static constexpr std::array<std::string_view, 4> kKinds{"architecture", "risk-acceptance", "purchase", "restart"};
    NewDecision decision;
    decision.kind = DecisionKindName(one_of(kKinds));
    decision.question = "which one?";
    decision.options = {{.name = "this", .words = {}, .cost = {}, .risk = {}, .action = {}},
                        {.name = "that", .words = "dear", .cost = Cost{90'000, "USD"}, .risk = {}, .action = {}}};
    if (chance(3)) decision.consult = {PersonName("sam")};
    return decision;
  }
  Command about_decision(const Ticket& ticket) {
    if (ticket.decision && ticket.decision->outcome && chance(2))
      return ReplaceDecision{{.ticket = ticket.id, .number = 7}};
    switch (below(6)) {
      case 0: return GiveAdvice{text()};
      case 1:
      case 2: return Recommend{.option = below(4), .text = text(), .salt = std::string(kSaltLength, 's')};
      case 3: return ReplaceDecision{{.ticket = ticket.id, .number = 7}};
    }
    TakeDecision taken;
    taken.option = below(4);
    taken.reason = text();
    if (chance(4)) taken.risk = AcceptedRisk{.what = text(), .treatment = {}};
    if (chance(4)) taken.owner = PersonName(one_of(kPeople));
    return taken;
  }

  Command about_links(const Ticket& ticket) {
    if (!ticket.links.empty() && chance(3)) {
      const Link& link = ticket.links[below(ticket.links.size())];
      return UnlinkTicket{link.kind, link.other, text()};
    }
    const TicketId other = chance(3) ? kOtherProblem : chance(10) ? kTicketId : chance(6) ? kOtherTask : kOtherIncident;
    const auto kind = static_cast<LinkKind>(below(static_cast<std::size_t>(LinkKind::FollowedBy) + 1));
    switch (below(5)) {
      case 0:
      case 1: return LinkTicket{kind, other};
      case 2:
      case 3: return UnlinkTicket{kind, other, text()};
    }
    return MergeTicket{other, text()};
  }
  Command about_a_vendor() {
    if (chance(3)) return RecordVendorAnswer{text()};
    return RecordChase{
        .said = text(), .reference = {}, .passed_to = chance(6) ? PartyName("corebank") : PartyName(), .chase_at = {}};
  }
  Command about_a_problem() {
    return chance(2) ? Command(RecordRootCause{numbered_text()}) : Command(DeclareKnownError{numbered_text()});
  }
  Command about_a_checklist() {
    switch (below(4)) {
      case 0: return StartChecklist{.form = FormId(base::IdBits{.high = 4, .low = below(3)}), .title = "New starter"};
      case 1: return CloseNotNeeded{text()};
    }
    const auto day = std::chrono::floor<std::chrono::days>(instant().sys());
    return SetDueDate{.date = chance(4) ? std::nullopt : std::optional(calendar::Date(day)), .reason = text()};
  }
  Command about_a_major() {
    switch (below(8)) {
      case 0:
      case 1: return DeclareMajor{.scenario = chance(6) ? "flood" : "", .reason = text()};
      case 2:
        return GiveMajorRole{.role = static_cast<MajorRole>(below(5)),
                             .person = PersonName(one_of(kPeople)),
                             .decides = text(),
                             .reason = text()};
      case 3: return NoteInTimeline{text()};
      case 4:
      case 5: return SendMajorUpdate{static_cast<UpdateAudience>(below(2)), text()};
      case 6: return StandDown{text()};
    }
    return ReviewMajor{numbered_text()};
  }

  NewCover cover() {
    return {.leave = {.leave = LeaveId(base::IdBits{.high = 5, .low = 1}),
                      .person = PersonName(one_of(kPeople)),
                      .from = "2026-10-12",
                      .to = "2026-10-16",
                      .begins = instant()},
            .uncovered = {uncovered(), uncovered()}};
  }
  Uncovered uncovered() {
    return {.kind = "nobody-there", .subject = std::string(one_of(kTeams)), .text = numbered_text()};
  }
  Command about_cover() {
    switch (below(3)) {
      case 0: return ArrangeCover{text(), chance(3) ? PersonName(one_of(kPeople)) : PersonName()};
      case 1: return KeepCover{{}, text()};
    }
    return KeepCover{{uncovered(), uncovered()}, {}};
  }
  static const DoneAction* open_action(const Ticket& ticket) {
    const auto open = std::ranges::find_if(ticket.actions, &DoneAction::is_open);
    return open == ticket.actions.end() ? nullptr : &*open;
  }
  Command about_actions(const Ticket& ticket) {
    if (const DoneAction* open = open_action(ticket); open != nullptr && !chance(3))
      return AnswerAction{open->recorded.action, chance(2) ? ActionAnswer::Dispute : ActionAnswer::Acknowledge, text()};
    if (chance(5)) return AnswerAction{below(ticket.actions.size() + 2), ActionAnswer::Acknowledge, text()};
    static constexpr std::array<std::string_view, 3> kActions{"isolate-host", "restart-switch", "block-sender"};
    RecordAction action;
    action.name = one_of(kActions);
    action.on = text();
    action.done_at = kMonday - base::hours(below(24));
    if (chance(2)) action.cost = Cost{.hundredths = below(20'000), .currency = chance(5) ? "EUR" : "USD"};
    if (!chance(5)) action.risk = static_cast<RiskLevel>(below(3));
    if (chance(2)) action.reason = text();
    if (chance(8)) action.decided_by = kOtherIncident;
    return action;
  }

  Command about_files(const Ticket& ticket) {
    const auto files = ticket.files.size();
    if (files > 0 && chance(2)) return RemoveFile{below(files + 2), text()};
    return AttachFile{.name = text(),
                      .hash = ContentHash(std::string(64, chance(20) ? 'x' : 'a')),
                      .size = below(20),
                      .media_type = "text/plain",
                      .visibility = static_cast<Visibility>(below(3)),
                      .team = chance(3) ? TeamName(one_of(kTeams)) : TeamName(),
                      .comment = chance(3) ? below(ticket.comments.size() + 2) : 0};
  }

  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool chance(std::uint32_t one_in) { return below(one_in) == 0; }

 private:
  static constexpr std::array<std::string_view, 10> kPeople{"dana", "luis", "nora", "priya", "sam",
                                                            "otto", "mei",  "tess", "vic",   "nobody"};
  static constexpr std::array<std::string_view, 6> kTeams{"harbor-it", "harbor-apps",      "helpdesk",
                                                          "soc",       "corebank-support", "moon"};
  static constexpr std::array<std::string_view, 6> kCategories{"workstation", "malware", "core-banking",
                                                               "payroll",     "other",   ""};
  static constexpr std::array<std::string_view, 4> kTags{"printer", "branch", "two words", "laptop"};
  static constexpr std::array<std::string_view, 4> kPriorities{"critical", "high", "normal", ""};

  static constexpr std::array<std::string_view, 3> kActivities{"workstation.handling", "core-banking.handling",
                                                               "malware.handling"};
  static constexpr std::array<std::string_view, 2> kDecisions{"core-upgrade", "restart-node"};

  // Somebody who has a say in the change: is asked, or might approve.
  Actor party_to(const PlannedChange& change) {
    const auto missing = change.unanswered();
    if (!missing.empty()) {
      const Consulted& one = missing[below(missing.size())];
      return one.team.empty() ? person(one.person.text()) : member_of(one.team);
    }
    constexpr std::array<std::string_view, 6> kApprovers{"priya", "sam", "dana", "nora", "tess", "mei"};
    return person(one_of(kApprovers));
  }
  // What comes next in most cases, and anything in the others.
  Command about(const PlannedChange& change) {
    if (chance(3)) return any_about();
    if (change.phase == ChangePhase::Running) {
      if (chance(2)) return FinishChange{static_cast<ChangeOutcome>(below(2)), text()};
      return RollBackChange{text()};
    }
    if (change.owes_review() && chance(2)) return ReviewChange{text()};
    if (change.phase == ChangePhase::Approved) return StartChange{};
    if (change.phase != ChangePhase::Proposed) return window();
    if (!change.unanswered().empty()) return answer_to_change();
    return ApproveChange{text()};
  }
  Command any_about() {
    switch (below(8)) {
      case 0: return answer_to_change();
      case 1: return ApproveChange{text()};
      case 2: return window();
      case 3: return FinishChange{static_cast<ChangeOutcome>(below(2)), text()};
      case 4: return RollBackChange{text()};
      case 5: return ReviewChange{text()};
      case 6: return WithdrawChange{text()};
    }
    return StartChange{};
  }
  Command answer_to_change() { return AnswerChange{chance(5) ? ChangeAnswer::Object : ChangeAnswer::Agree, text()}; }
  Command window() {
    const base::Instant from = instant();
    return RescheduleChange{.from = from, .to = from + base::hours(24 * below(12)), .reason = text(), .plan = text()};
  }

  template <std::size_t N>
  std::string_view one_of(const std::array<std::string_view, N>& words) {
    return words[below(N)];
  }
  Actor member_of(const TeamName& team) {
    static const std::map<std::string, std::vector<std::string_view>, std::less<>> kMembers{
        {"harbor-it", {"dana", "luis"}},
        {"harbor-apps", {"nora", "luis"}},
        {"helpdesk", {"priya", "sam", "otto"}},
        {"soc", {"mei", "otto"}}};
    const auto& members = kMembers.at(team.text());
    return person(members[below(members.size())]);
  }
  Actor decision_maker(const Ticket& ticket) {
    const auto& consulted = ticket.decision->asked.consulted;
    switch (below(4)) {
      case 0: return person("mei");
      case 1: return consulted.empty() ? person("priya") : person(consulted[below(consulted.size())].person.text());
      case 2: return system_actor();
    }
    return person(decider_of(ticket).text());
  }
  Command ruling(const Ticket& ticket) {
    GiveRuling command{TeamName(one_of(kTeams)), text()};
    if (chance(2)) command.question = chance(5) ? below(ticket.last_question + 2) : ticket.last_question;
    return command;
  }
  Command answer(const Ticket& ticket) {
    switch (below(6)) {
      case 0: return DeclineHandoff{epoch(ticket), text()};
      case 1: return WithdrawHandoff{epoch(ticket)};
      case 2: return PassTime{};
    }
    return AcceptHandoff{epoch(ticket)};
  }
  std::uint32_t epoch(const Ticket& ticket) { return chance(5) ? below(ticket.last_epoch + 2) : ticket.last_epoch; }
  std::string text() { return chance(12) ? "" : "a word about it"; }
  std::string numbered_text() { return chance(12) ? "" : fmt::format("word {}", below(4)); }

  std::mt19937 random_;
};

}  // namespace tandem::desk
