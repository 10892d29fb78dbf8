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

  static constexpr std::size_t kKinds = std::variant_size_v<desk::EventData>;

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
  desk::EventData data(std::size_t kind) {
    switch (kind) {
      case 0: return opened();
      case 1: return desk::OwnerAssigned{any(desk::AssignmentCause::Recorded), ownership()};
      case 2: return desk::CommentAdded{number(), any(desk::Visibility::Team), name<desk::TeamName>(), text()};
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
      case 21: return desk::DisputeMovedOn{number(), maybe_instant()};
      case 22: return desk::DisputeSettled{any(desk::SettledBy::Withdrawal), name<desk::TeamName>(), text()};
    }
    return kind < 30 ? of_vendors_and_links(kind) : of_problems_and_majors(kind);
  }
  desk::TicketId id() { return desk::TicketId({.high = long_number(), .low = long_number()}); }
  desk::LinkKind link_kind() { return any(desk::LinkKind::FollowedBy); }
  desk::EventData of_vendors_and_links(std::size_t kind) {
    switch (kind) {
      case 23: return desk::TicketLinked{link_kind(), id(), long_number(), chance(2) ? 0 : number()};
      case 24: return desk::TicketUnlinked{link_kind(), id(), long_number()};
      case 25: return desk::TicketMerged{id(), long_number(), text()};
      case 26: return desk::FollowerAdded{id(), long_number(), text(), text()};
      case 27:
        return desk::LinkedTicketMoved{link_kind(), id(), long_number(), any(desk::LinkedMove::Workaround), text()};
      case 28: return desk::VendorCaseOpened{name<desk::PartyName>(), text(), maybe_instant()};
    }
    return desk::VendorChased{text(), name<desk::PartyName>(), text(), maybe_instant()};
  }
  desk::EventData of_problems_and_majors(std::size_t kind) {
    switch (kind) {
      case 30: return desk::VendorAnswered{text()};
      case 31: return desk::VendorChaseDue{number(), people(), maybe_instant()};
      case 32: return desk::VendorLoopFound{text(), people()};
      case 33: return desk::RootCauseFound{text()};
      case 34: return desk::KnownErrorDeclared{text()};
      case 35: return desk::MajorDeclared{text(), text(), told(), {post(), post()}, instant()};
      case 36: return desk::MajorRoleGiven{post()};
      case 37: return desk::TimelineNoted{text()};
      case 38: return desk::MajorUpdateSent{any(desk::UpdateAudience::Leadership), text(), told(), instant()};
      case 39:
        return desk::MajorUpdateOverdue{any(desk::UpdateAudience::Leadership), number(), told(), maybe_instant()};
      case 40: return desk::MajorStoodDown{text()};
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
  std::vector<desk::Told> told() {
    std::vector<desk::Told> told;
    for (std::uint32_t n = below(3); n > 0; --n)
      told.push_back({.person = name<desk::PersonName>(), .as = text(), .away = chance(2)});
    return told;
  }
  std::vector<desk::PersonName> people() {
    std::vector<desk::PersonName> people;
    for (std::uint32_t n = below(3); n > 0; --n) people.push_back(name<desk::PersonName>());
    return people;
  }
  std::optional<base::Instant> maybe_instant() { return chance(2) ? std::optional(instant()) : std::nullopt; }
  desk::EscalationStepTaken step_taken() {
    desk::EscalationStepTaken taken{.step = number(),
                                    .steps = number(),
                                    .priority = name<desk::PriorityName>(),
                                    .told = {},
                                    .file = text(),
                                    .line = number()};
    for (std::uint32_t n = below(3); n > 0; --n)
      taken.told.push_back({.person = name<desk::PersonName>(), .as = text(), .away = chance(2)});
    return taken;
  }

  std::mt19937 random_;
};

}  // namespace tandem::record
