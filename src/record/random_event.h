// Random events of every kind for tests and measurements, with text that record formats stumble over: quotes,
// backslashes, every control character, NUL, line separators, characters beyond the basic plane. The same seed makes
// the same events.
#pragma once

#include <random>

#include "desk/event.h"

namespace tandem::record {

class RandomEvents {
 public:
  explicit RandomEvents(std::uint32_t seed) : random_(seed) {}

  desk::Event next() { return {.at = instant(), .actor = actor(), .data = data(below(kKinds))}; }
  desk::Event of_kind(std::size_t kind) { return {.at = instant(), .actor = actor(), .data = data(kind)}; }

  static constexpr std::size_t kKinds = std::variant_size_v<desk::EventAlternatives>;

  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }

 private:
  bool chance(std::uint32_t one_in) { return below(one_in) == 0; }
  template <class Enum>
  Enum any(Enum last) {
    return static_cast<Enum>(below(static_cast<std::size_t>(last) + 1));
  }

  // 0001 to 9998, to the microsecond, millisecond or second.
  base::Instant instant() {
    const auto wide = static_cast<std::int64_t>(long_number() % 315'000'000'000'000'000ULL);
    constexpr std::array<std::int64_t, 3> kSteps{1, 1'000, 1'000'000};
    const std::int64_t step = kSteps[below(3)];
    return base::Instant::from_unix_us((wide - 62'000'000'000'000'000) / step * step);
  }
  std::uint64_t long_number() {
    const std::uint64_t high = random_();
    return high << 32 | random_();
  }
  std::uint32_t number() { return chance(8) ? std::numeric_limits<std::uint32_t>::max() : below(1000); }

  std::string text() {
    static constexpr std::array<std::string_view, 14> kOdd{
        "plain words, ", "\"",         "\\",     "\n",   "\r\n", "\t",        "é",
        "日本",          "\U0001F5A8", "\u2028", "\x7f", "/",    "</script>", "\uFFFF"};
    std::string text;
    for (std::uint32_t n = below(6); n > 0; --n) {
      if (chance(4)) {
        text += static_cast<char>(below(0x20));
      } else {
        text += kOdd[below(kOdd.size())];
      }
    }
    return text;
  }
  template <class Name>
  Name name() {
    return chance(3) ? Name() : Name(text());
  }
  desk::Actor actor() {
    return {.kind = any(desk::ActorKind::Import),
            .person = name<desk::PersonName>(),
            .party = name<desk::PartyName>(),
            .display = text(),
            .email = text()};
  }
  desk::Owner owner() {
    return {.party = name<desk::PartyName>(), .team = name<desk::TeamName>(), .person = name<desk::PersonName>()};
  }
  desk::Ownership ownership() {
    desk::Ownership ownership{.owner = owner(),
                              .accountable = name<desk::PersonName>(),
                              .activity = name<desk::ActivityName>(),
                              .agreement_version = number(),
                              .gap = chance(2),
                              .reasons = {}};
    for (std::uint32_t n = below(4); n > 0; --n) {
      ownership.reasons.push_back({.kind = text(), .text = text(), .file = text(), .line = chance(3) ? 0 : number()});
    }
    return ownership;
  }
  desk::TicketOpened opened() {
    desk::TicketOpened opened;
    opened.number = chance(2) ? long_number() : random_();
    opened.kind = any(desk::TicketKind::VendorCase);
    opened.subject = text();
    opened.description = text();
    opened.requester = {.name = text(), .email = text(), .vip = chance(2)};
    opened.category = name<desk::CategoryName>();
    opened.priority = name<desk::PriorityName>();
    opened.site = name<desk::SiteName>();
    opened.department = name<desk::DepartmentName>();
    opened.asset_class = name<desk::AssetClassName>();
    opened.source = any(desk::Source::Duty);
    if (chance(2)) opened.external = desk::ExternalKey{.system = text(), .key = "k" + text()};
    opened.vip_since = maybe_instant();
    return opened;
  }
  desk::HandoffOffered offered() {
    return {.epoch = number(),
            .from = owner(),
            .to_team = name<desk::TeamName>(),
            .to_party = name<desk::PartyName>(),
            .to_person = name<desk::PersonName>(),
            .note = text(),
            .expires_at = instant()};
  }
  template <class Make>
  std::vector<std::invoke_result_t<Make>> several(std::uint32_t below_this, Make make) {
    std::vector<std::invoke_result_t<Make>> all;
    for (std::uint32_t n = below(below_this); n > 0; --n) all.push_back(make());
    return all;
  }
  desk::EventData data(std::size_t kind) {
    switch (kind) {
      case 0: return opened();
      case 1: return desk::OwnerAssigned{any(desk::AssignmentCause::Recorded), ownership()};
      case 2:
        return desk::CommentAdded{number(), any(desk::Visibility::Team), name<desk::TeamName>(), text(), people()};
      case 3: return desk::PriorityChanged{name<desk::PriorityName>(), name<desk::PriorityName>()};
      case 4: return desk::CategoryChanged{name<desk::CategoryName>(), name<desk::CategoryName>()};
      case 5: return offered();
      case 6: return desk::HandoffAccepted{number()};
      case 7: return desk::HandoffDeclined{number(), text()};
      case 8: return desk::HandoffWithdrawn{number()};
      case 9: return desk::HandoffExpired{number(), people()};
      case 10: return desk::WorkStarted{};
      case 11: return desk::WaitStarted{any(desk::WaitingOn::Evidence)};
      case 12: return desk::TicketResolved{text()};
      case 13: return desk::TicketReopened{text()};
      case 14: return desk::TicketClosed{};
      case 15: return desk::WorkReleased{text()};
      case 16: return desk::Acknowledged{};
      case 17: return step_taken();
      case 18: return desk::StrategicFlagged{name<desk::ActivityName>(), text()};
      case 19:
        return desk::DisputeRaised{any(desk::DisputeKind::Bounced), text(), {people(), people()}, maybe_instant()};
      case 20: return desk::RulingGiven{name<desk::TeamName>(), text()};
      case 21: return desk::DisputeMovedOn{number(), maybe_instant(), {people()}};
      case 22: return desk::DisputeSettled{any(desk::SettledBy::Withdrawal), name<desk::TeamName>(), text()};
      case 23: return desk::TargetWarned{any(desk::TargetKind::Resolve), number(), instant(), told()};
    }
    if (kind < 48) return kind < 35 ? change(kind - 24) : kind < 39 ? talk(kind - 35) : decision(kind - 39);
    if (kind < 67) return kind < 60 ? related(kind - 48) : major(kind - 60);
    if (kind >= 79) return decision_used();
    if (kind >= 74) return kind < 76 ? action(kind - 74) : cover(kind - 76);
    return kind < 72 ? catalogue(kind - 67) : file(kind - 72);
  }
  // Of attachment.h, in the order of the events.
  desk::EventData file(std::size_t kind) {
    if (kind == 0) {
      return desk::FileAttached{number(),
                                text(),
                                name<desk::ContentHash>(),
                                long_number(),
                                text(),
                                any(desk::Visibility::Team),
                                name<desk::TeamName>(),
                                chance(2) ? 0 : number()};
    }
    return desk::FileRemoved{number(), text(), any(desk::Visibility::Team), name<desk::TeamName>(), text()};
  }
  // Of watching.h, tags.h and satisfaction.h.
  desk::EventData talk(std::size_t kind) {
    switch (kind) {
      case 0: return desk::WatchStarted{name<desk::PersonName>()};
      case 1: return desk::WatchEnded{name<desk::PersonName>()};
      case 2: return desk::TagsChanged{words(), words()};
    }
    return desk::ServiceRated{any(desk::Verdict::Bad), text(), name<desk::PartyName>(), name<desk::TeamName>()};
  }
  // Of planned_change.h, in the order of the events.
  desk::EventData change(std::size_t kind) {
    switch (kind) {
      case 0: return desk::ChangePlanned{plan(), asked(), maybe_instant()};
      case 1: return desk::ChangeRescheduled{instant(), instant(), text(), text(), text(), asked(), maybe_instant()};
      case 2: return desk::ChangeAnswered{asked(), any(desk::ChangeAnswer::Object), text()};
      case 3: return desk::ChangeApproved{any(desk::ApprovalGround::Deadlock), text(), findings(), told()};
      case 4: return desk::ChangeStarted{told()};
      case 5: return desk::ChangeFinished{any(desk::ChangeOutcome::Partly), text(), told(), maybe_instant()};
      case 6: return desk::ChangeRolledBack{text(), told(), maybe_instant()};
      case 7: return desk::ChangeReviewed{text()};
      case 8: return desk::ChangeWithdrawn{text()};
      case 9: return desk::ChangeLapsed{told()};
    }
    return desk::ChangeNoticed{any(desk::ChangeNotice::ReviewDue), told()};
  }
  template <class Make>
  auto some(Make make) {
    std::vector<decltype(make())> all;
    for (std::uint32_t n = below(3); n > 0; --n) all.push_back(make());
    return all;
  }
  desk::ChangePlan plan() {
    return {.kind = any(desk::ChangeKind::Emergency),
            .activity = name<desk::ActivityName>(),
            .action = text(),
            .from = instant(),
            .to = instant(),
            .sites = some([&] { return name<desk::SiteName>(); }),
            .asset_classes = some([&] { return name<desk::AssetClassName>(); }),
            .assets = some([&] { return text(); }),
            .plan = text(),
            .roll_back = text(),
            .risk = any(desk::ChangeRisk::High),
            .decision = name<desk::DecisionKindName>()};
  }
  std::vector<desk::Consulted> asked() {
    return some([&] { return desk::Consulted{name<desk::TeamName>(), name<desk::PersonName>()}; });
  }
  std::vector<desk::ChangeFinding> findings() {
    return some([&] {
      return desk::ChangeFinding{
          any(desk::ChangeFindingKind::NobodyThere), chance(2), text(), long_number(), text(), number()};
    });
  }
  std::vector<desk::Told> told() {
    return some([&] { return desk::Told{.person = name<desk::PersonName>(), .as = text(), .away = chance(2)}; });
  }
  // Of decision_request.h.
  desk::EventData decision(std::size_t kind) {
    switch (kind) {
      case 0: return decision_asked();
      case 1: return desk::AdviceGiven{text()};
      case 2: return desk::RecommendationSealed{name<desk::PartyName>(), number(), text(), text()};
      case 3: return desk::RecommendationsOpened{several(3, [&] { return recommendation(); })};
      case 4: return passed_on();
      case 5: return taken();
      case 6: return desk::LapseReminded{told()};
      case 7: return desk::DecisionLapsed{told()};
    }
    return desk::DecisionReplaced{ref()};
  }
  desk::DecisionRef ref() {
    return {.ticket = desk::TicketId(base::IdBits{.high = long_number(), .low = long_number()}),
            .number = long_number()};
  }
  desk::Recommendation recommendation() {
    return {.side = name<desk::PartyName>(), .person = name<desk::PersonName>(), .option = number(), .text = text()};
  }
  desk::DecisionOption option() {
    desk::DecisionOption option;
    option.name = text();
    option.words = text();
    if (chance(2)) option.cost = desk::Cost{.hundredths = long_number(), .currency = text()};
    if (chance(2)) option.risk = any(desk::RiskLevel::High);
    option.action = text();
    return option;
  }
  desk::DecisionAsked decision_asked() {
    desk::DecisionAsked asked;
    asked.kind = name<desk::DecisionKindName>();
    asked.big = chance(2);
    asked.question = text();
    asked.options = several(4, [&] { return option(); });
    asked.evidence = text();
    asked.deadline = maybe_instant();
    asked.by = name<desk::PersonName>();
    asked.deadlock = name<desk::PersonName>();
    asked.heard = people();
    asked.consulted = told();
    asked.sides = several(3, [&] { return name<desk::PartyName>(); });
    asked.reasons = ownership().reasons;
    if (chance(2)) asked.renews = ref();
    return asked;
  }
  desk::DecisionPassedOn passed_on() {
    return {.why = any(desk::PassedOnBecause::Confidential),
            .to = name<desk::PersonName>(),
            .option = number(),
            .reason = text(),
            .limit = text(),
            .told = told(),
            .file = text(),
            .line = number()};
  }
  desk::TicketId id() { return desk::TicketId({.high = long_number(), .low = long_number()}); }
  desk::LinkKind link_kind() { return any(desk::LinkKind::FollowedBy); }
  // Of link.h, vendor_case.h and problem.h, in the order of the events.
  desk::EventData related(std::size_t kind) {
    switch (kind) {
      case 0: return desk::TicketLinked{link_kind(), id(), long_number(), chance(2) ? 0 : number(), maybe_step()};
      case 1: return desk::TicketUnlinked{link_kind(), id(), long_number(), text()};
      case 2: return desk::TicketMerged{id(), long_number(), text()};
      case 3: return desk::FollowerAdded{id(), long_number(), text()};
      case 4: return desk::LinkedTicketMoved{link_kind(), id(), long_number(), any(desk::LinkedMove::Overdue), text()};
      case 5: return desk::VendorCaseOpened{name<desk::PartyName>(), text(), maybe_instant()};
      case 6: return desk::VendorChased{text(), name<desk::PartyName>(), text(), maybe_instant()};
      case 7: return desk::VendorAnswered{text()};
      case 8: return desk::VendorChaseDue{number(), people(), maybe_instant()};
      case 9: return desk::VendorLoopFound{text(), people()};
      case 10: return desk::RootCauseFound{text()};
    }
    return desk::KnownErrorDeclared{text()};
  }
  // Of request_form.h, checklist.h and due_date.h, in the order of the events.
  desk::EventData catalogue(std::size_t kind) {
    switch (kind) {
      case 0:
        return desk::FormFilled{form_id(), text(), some([&] {
                                  return desk::FormAnswer{text(), text(), any(desk::FieldKind::Person), text(), text()};
                                })};
      case 1: return desk::ChecklistStarted{form_id(), text()};
      case 2: return desk::FoundNotNeeded{text()};
      case 3: return desk::DueDateSet{maybe_instant(), maybe_instant(), maybe_instant(), text()};
    }
    return desk::DueDateNoticed{any(desk::DueNotice::Missed), told()};
  }
  desk::FormId form_id() { return desk::FormId({.high = long_number(), .low = long_number()}); }
  std::optional<desk::StepState> maybe_step() {
    return chance(2) ? std::optional(any(desk::StepState::NotNeeded)) : std::nullopt;
  }
  // Of done_action.h.
  desk::EventData action(std::size_t kind) {
    if (kind == 1) return desk::ActionAnswered{number(), any(desk::ActionAnswer::Dispute), text()};
    desk::ActionRecorded recorded;
    recorded.action = number();
    recorded.name = text();
    recorded.on = text();
    recorded.done_at = instant();
    if (chance(2)) recorded.cost = desk::Cost{.hundredths = long_number(), .currency = text()};
    if (chance(2)) recorded.risk = any(desk::RiskLevel::High);
    recorded.team = name<desk::TeamName>();
    recorded.activity = name<desk::ActivityName>();
    recorded.because = text();
    recorded.file = text();
    recorded.line = number();
    recorded.reason = text();
    recorded.asked = name<desk::PersonName>();
    recorded.told = told();
    recorded.agreement_version = number();
    if (chance(2)) recorded.decided_by = ref();
    return recorded;
  }
  // Of leave_cover.h, in the order of the events.
  desk::EventData cover(std::size_t kind) {
    switch (kind) {
      case 0:
        return desk::CoverWanted{{.leave = desk::LeaveId({.high = long_number(), .low = long_number()}),
                                  .person = name<desk::PersonName>(),
                                  .from = text(),
                                  .to = text(),
                                  .begins = instant()},
                                 several(4, [&] { return desk::Uncovered{text(), text(), text()}; }),
                                 text()};
      case 1: return desk::CoverReminded{told()};
    }
    return desk::CoverArranged{text(), name<desk::PersonName>()};
  }
  // Of decision_request.h.
  desk::EventData decision_used() {
    desk::DecisionUsed used{
        .ticket = id(), .number = long_number(), .action = number(), .done_at = instant(), .cost = {}};
    if (chance(2)) used.cost = desk::Cost{.hundredths = long_number(), .currency = text()};
    return used;
  }
  // Of major_incident.h, in the order of the events.
  desk::EventData major(std::size_t kind) {
    switch (kind) {
      case 0: return desk::MajorDeclared{text(), text(), told(), {post(), post()}, instant(), below(90)};
      case 1: return desk::MajorRoleGiven{post(), name<desk::TeamName>(), name<desk::PersonName>()};
      case 2: return desk::TimelineNoted{text()};
      case 3: return desk::MajorUpdateSent{any(desk::UpdateAudience::Leadership), text(), told(), instant()};
      case 4: return desk::MajorUpdateOverdue{any(desk::UpdateAudience::Leadership), number(), told(), maybe_instant()};
      case 5: return desk::MajorStoodDown{text()};
    }
    return desk::MajorReviewed{text()};
  }
  desk::MajorPost post() {
    return {.role = any(desk::MajorRole::Decide),
            .decides = text(),
            .team = name<desk::TeamName>(),
            .person = name<desk::PersonName>(),
            .reason = text(),
            .file = text(),
            .line = number()};
  }
  desk::DecisionTaken taken() {
    desk::DecisionTaken taken;
    taken.option = number();
    taken.reason = text();
    taken.conditions = text();
    taken.owner = name<desk::PersonName>();
    taken.lapses_at = maybe_instant();
    taken.remind_at = maybe_instant();
    if (chance(2)) taken.risk = desk::AcceptedRisk{.what = text(), .treatment = text()};
    if (chance(2)) taken.exception = desk::PolicyException{.policy = text(), .scope = text()};
    taken.told = told();
    taken.agreement_version = number();
    return taken;
  }
  std::vector<desk::PersonName> people() {
    std::vector<desk::PersonName> people;
    for (std::uint32_t n = below(3); n > 0; --n) people.push_back(name<desk::PersonName>());
    return people;
  }
  std::vector<std::string> words() {
    std::vector<std::string> words;
    for (std::uint32_t n = below(3); n > 0; --n) words.push_back(text());
    return words;
  }
  std::optional<base::Instant> maybe_instant() { return chance(2) ? std::optional(instant()) : std::nullopt; }
  desk::EscalationStepTaken step_taken() {
    desk::EscalationStepTaken taken{.step = number(),
                                    .steps = number(),
                                    .priority = name<desk::PriorityName>(),
                                    .told = {},
                                    .file = text(),
                                    .line = number(),
                                    .due = maybe_instant()};
    taken.told = told();
    return taken;
  }

  std::mt19937 random_;
};

}  // namespace tandem::record
