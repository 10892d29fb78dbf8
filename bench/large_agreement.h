// The text of an agreement as large organisations have them: two parties and a vendor, 24 people in 12 teams with
// rotations, leave, holidays and covers, and as many routing rules as wanted that use every condition the language has.
// The same count gives the same text.
//
//   agreement::compile_bundle({.files = {{"agreement.yaml", large_agreement(1500)}}}, {.today = …});
#pragma once

#include <fmt/format.h>

#include <random>
#include <string>

namespace tandem::bench {

class LargeAgreement {
 public:
  explicit LargeAgreement(std::uint32_t rules) : random_(rules) {
    text_ += R"(tandem: 1
engagement: large
name: A large agreement
time_zone: America/New_York
effective: 2026-10-01
review: {every: 3 months, by: [person-0, person-12]}
disputes: {decide_within: 1 business day, path: [[person-0, person-12], person-1]}
parties:
  client:   {kind: client, name: The client}
  provider: {kind: provider, name: The provider}
  vendor:   {kind: vendor, name: The vendor, handled_by: person-2}
calendars:
  office:  {mon-fri: "08:00-17:30", sat: "09:00-12:00", holidays: us-federal, closed: [2026-12-24]}
  late:    {mon-fri: "12:00-22:00", holidays: us-federal}
  weekend: {sat-sun: "00:00-24:00"}
  nights:  {time_zone: Europe/Berlin, mon-sun: "00:00-06:00"}
  always:  {mon-sun: "00:00-24:00"}
)";
    add_people();
    add_teams();
    add_work();
    add_routing(rules);
  }
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  static constexpr std::uint32_t kPeople = 24, kTeams = 12, kCategories = 40, kSites = 20, kDepartments = 12,
                                 kClasses = 10, kActivities = 12;

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  template <class... Values>
  void add(fmt::format_string<Values...> form, Values&&... values) {
    text_ += fmt::format(form, std::forward<Values>(values)...);
  }

  void add_people() {
    text_ += "people:\n";
    for (std::uint32_t i = 0; i < kPeople; ++i) {
      add("  person-{0}: {{party: {1}, name: Person {0}}}\n", i, i < kPeople / 2 ? "client" : "provider");
    }
    text_ += "leave:\n";
    for (std::uint32_t i = 0; i < kPeople; ++i) {
      const std::uint32_t day = 1 + below(20);
      const std::uint32_t month = 1 + i % 9;
      add("  - {{who: person-{}, from: 2027-{:02}-{:02}, to: 2027-{:02}-{:02}}}\n", i, month, day, month, day + 7);
    }
  }

  // Two people each and a third from the next; the last team of the provider is always there and covers for all.
  void add_teams() {
    static constexpr std::array kHours = {"office", "late", "always"};
    text_ += "teams:\n";
    for (std::uint32_t i = 0; i < kTeams; ++i) {
      const bool is_last = i + 1 == kTeams;
      add("  team-{}: {{party: {}, lead: person-{}, members: [person-{}, person-{}, person-{}{}], hours: {}{}}}\n", i,
          i < kTeams / 2 ? "client" : "provider", 2 * i, 2 * i, 2 * i + 1, (2 * i + 2) % kPeople,
          is_last ? ", person-21, person-20, person-19" : "", is_last ? "always" : kHours[i % kHours.size()],
          is_last ? "" : fmt::format(", cover: [team-{}, team-{}]", (i + 3) % kTeams, kTeams - 1));
    }
    text_ += "rotations:\n";
    for (std::uint32_t i = 0; i < kTeams; i += 2) {
      add("  duty-{0}: {{team: team-{0}, order: [person-{1}, person-{2}], turn: 1 week, "
          "starts: \"2026-09-28 09:00\"}}\n",
          i, 2 * i, 2 * i + 1);
    }
  }

  void add_names(std::string_view section, std::string_view kind, std::uint32_t count) {
    add("{}: [", section);
    for (std::uint32_t i = 0; i < count; ++i) add("{}{}-{}", i == 0 ? "" : ", ", kind, i);
    text_ += "]\n";
  }

  void add_work() {
    add_names("sites", "site", kSites);
    add_names("departments", "department", kDepartments);
    text_ += "asset_classes:\n";
    for (std::uint32_t i = 0; i < kClasses; ++i) add("  class-{}: {{requires: [care.activity-{}]}}\n", i, i);
    text_ += "functions:\n  care:\n    kind: operational\n    activities:\n";
    for (std::uint32_t i = 0; i < kActivities; ++i) {
      add("      activity-{}: {{responsible: team-{}, accountable: person-{}, deputy: person-{}}}\n", i, i, 2 * i,
          (2 * i + 5) % kPeople);
    }
    text_ += "categories:\n  other: care.activity-0\n";
    for (std::uint32_t i = 0; i < kCategories; ++i) add("  category-{}: care.activity-{}\n", i, i % kActivities);
    text_ += R"(targets:
  critical: {respond: 15 min, resolve: 4 hours, clock: always}
  high:     {respond: 1 hour, resolve: 8 hours, clock: always}
  normal:   {respond: 4 business hours, resolve: 3 business days, clock: office}
  low:      {respond: 2 business days, resolve: 10 business days, clock: office}
escalations:
  critical: [{after: 5 min, tell: lead}, {after: 10 min, tell: [person-0, person-12]}]
  default:  [{after: 2 business hours, tell: lead}, {after: 1 business day, tell: [person-0, person-12]}]
)";
  }

  // One to three values of a condition, or nothing: `in_ten` times of ten it is asked.
  void add_condition(std::string& when, std::string_view key, std::string_view kind, std::uint32_t count,
                     std::uint32_t in_ten) {
    if (below(10) >= in_ten) return;
    when += fmt::format("{}{}: [{}-{}", when.empty() ? "" : ", ", key, kind, below(count));
    const std::uint32_t more = below(3);
    for (std::uint32_t i = 0; i < more; ++i) when += fmt::format(", {}-{}", kind, below(count));
    when += "]";
  }

  void add_word(std::string& when, std::uint32_t in_ten, std::string_view condition) {
    if (below(10) < in_ten) when += fmt::format("{}{}", when.empty() ? "" : ", ", condition);
  }

  void add_routing(std::uint32_t rules) {
    static constexpr std::array kPriorities = {"critical", "high", "normal", "low"};
    static constexpr std::array kSources = {"portal", "email", "api", "alert", "duty"};
    static constexpr std::array kHours = {"office", "late", "weekend", "nights", "not office"};
    text_ += "routing:\n";
    for (std::uint32_t i = 0; i < rules; ++i) {
      std::string when;
      add_condition(when, "category", "category", kCategories, 10);
      add_condition(when, "site", "site", kSites, 9);
      add_condition(when, "department", "department", kDepartments, 6);
      add_condition(when, "asset_class", "class", kClasses, 4);
      add_word(when, 4, fmt::format("priority: {}", kPriorities[below(4)]));
      add_word(when, 2, below(3) == 0 ? "requester: vip" : "requester: standard");
      add_word(when, 3, fmt::format("source: [{}, {}]", kSources[below(5)], "portal"));
      add_word(when, 3, fmt::format("hours: {}", kHours[below(5)]));
      add_word(when, 2, fmt::format("load: {{team: team-{}, open_per_person: {}}}", below(4), 4 + 2 * below(4)));
      add_word(when, 1, fmt::format("away: person-{}", below(kPeople)));
      add("  - {{name: rule {}, when: {{{}}}, to: team-{}}}\n", i, when, below(kTeams));
    }
  }

  std::mt19937 random_;
  std::string text_{};
};

[[nodiscard]] inline std::string large_agreement(std::uint32_t rules) {
  return LargeAgreement(rules).take();
}

}  // namespace tandem::bench
