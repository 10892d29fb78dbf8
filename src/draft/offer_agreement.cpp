// What an offer says otherwise than the agreement that it is for.
#include <fmt/format.h>

#include <algorithm>

#include "agreement/amounts.h"
#include "base/check.h"
#include "draft/offer.h"
#include "draft/words.h"

namespace tandem::draft {
namespace {

using agreement::Activity;
using agreement::Agreement;
using agreement::Team;

class Comparison {
 public:
  Comparison(const Answers& answers, const agreement::Compiled& compiled, diag::Findings& findings)
      : answers_(answers), agreement_(*compiled.agreement), policy_(*compiled.policy), findings_(findings) {}

  void run() {
    compare_vendor();
    compare_people();
    compare_targets();
    compare_nights();
    compare_reviews();
    compare_restores();
    compare_money();
    compare_exit();
    compare_exclusions();
    compare_services();
  }

 private:
  diag::Finding& differ(std::string_view question, std::string message, source::Range at, std::string note) {
    auto& finding = findings_.add(diag::Kind::OfferAgainstAgreement, answers_.place(question).value_or(source::Range{}),
                                  std::move(message));
    finding.note(at, std::move(note));
    return finding;
  }

  [[nodiscard]] bool is_providers(policy::PartyIndex party) const {
    const auto& kind = agreement_.parties[party.value].kind;
    return kind.good() && kind.value == policy::PartyKind::Provider;
  }
  [[nodiscard]] bool is_providers(const Team& team) const {
    return team.party.good() && is_providers(team.party.value.index);
  }
  [[nodiscard]] bool is_providers(const Activity& activity) const {
    return activity.responsible.good() && is_providers(agreement_.teams[activity.responsible.value.index.value]);
  }

  void compare_vendor() {
    if (!answers_.has("vendor")) return;
    const std::string vendor = lower_case(answers_.word("vendor"));
    const agreement::Party* provider = nullptr;
    for (const agreement::Party& party : agreement_.parties) {
      if (!party.kind.good() || party.kind.value != policy::PartyKind::Provider || !party.name.good()) continue;
      const std::string name = lower_case(party.name.value);
      if (name.contains(vendor) || vendor.contains(name)) return;
      provider = &party;
    }
    if (provider == nullptr) return;
    differ("vendor", fmt::format("the offer is {}'s, and the agreement has another provider", answers_.word("vendor")),
           provider->name.at, "the agreement's provider")
        .suggest("put the vendor's name into the agreement, or take the agreement that is made with it");
  }

  void compare_people() {
    for (const std::string& word : answers_.words("accountable")) {
      const std::string name = lower_case(word.substr(0, word.find(" (")));
      const auto is_named = [&](const agreement::Person& person) {
        return person.party.good() && is_providers(person.party.value.index) && person.name.good() &&
               lower_case(person.name.value) == name;
      };
      if (std::ranges::any_of(agreement_.people, is_named)) continue;
      differ("accountable",
             fmt::format("the offer names {}, who is nobody in the agreement", word.substr(0, word.find(" ("))),
             agreement_.section("people").at, "the people of the agreement")
          .lower_to(diag::Level::Warning)
          .suggest("add them to `people` of the agreement, with what they answer for");
    }
  }

  // The most urgent priority is the one that offers speak of.
  void compare_targets() {
    if (agreement_.targets.empty()) return;
    const agreement::TargetText& target = agreement_.targets.front();
    compare_length("respond_critical", target.respond, "answers critical work within");
    compare_length("resolve_critical", target.resolve, "mends critical work within");
    if (target.respond.good() && !target.respond.value.business && answers_.is("respond_clock", "business")) {
      differ("respond_clock", "the offer counts its times in business hours, and the agreement counts real time",
             target.respond.at, fmt::format("`{}` runs at all hours", target.key.value))
          .suggest("ask the vendor: \"Do these times hold at night and on weekends, as our agreement has them?\"");
    }
  }

  void compare_length(std::string_view question, const agreement::Field<agreement::Length>& length,
                      std::string_view what) {
    const auto offered = answers_.number(question);
    if (!offered || !length.good()) return;
    const std::string agreed = agreement::to_text(length.value);
    const auto bound = amount_of(agreed);
    if (!bound || *offered <= *bound) return;
    differ(question, fmt::format("the offer {} {}, and the agreement within {}", what, answers_.word(question), agreed),
           length.at, "the agreement's target")
        .suggest("one of the two has to give: write what was agreed into both");
  }

  // A team of the vendor's that is open on a Saturday night.
  void compare_nights() {
    const std::string offered = answers_.word("after_hours");
    if (offered != "none" && offered != "best-effort") return;
    for (std::size_t i = 0; i < agreement_.teams.size(); ++i) {
      const Team& team = agreement_.teams[i];
      if (!is_providers(team) || !is_there_at_night(policy::TeamIndex{static_cast<std::uint32_t>(i)})) continue;
      differ("after_hours",
             offered == "none" ? "the offer has nobody at night, and the agreement counts on somebody"
                               : "the offer leaves nights to best effort, and the agreement counts on somebody",
             team.hours.at, fmt::format("`{}` is there at night", team.key.value))
          .suggest("ask the vendor: \"Who is there at night, as our agreement has it?\"");
      return;
    }
  }

  [[nodiscard]] bool is_there_at_night(policy::TeamIndex team) const {
    const calendar::Zone& zone = policy_.zone();
    using std::chrono::days;
    std::chrono::sys_days day = agreement_.effective.good() ? std::chrono::sys_days(agreement_.effective.value)
                                                            : std::chrono::sys_days(std::chrono::year(2026) / 1 / 1);
    while (std::chrono::weekday(day) != std::chrono::Saturday) day += days(1);
    return policy_.is_open(team, zone.to_instant(calendar::Date(day), base::hours(3)));
  }

  void compare_reviews() {
    if (!agreement_.review.good()) return;
    const auto& every = agreement_.review.value.every;
    const auto offered = answers_.number("review");
    if (!offered || !every.good()) return;
    const auto agreed = amount_of(agreement::to_text(every.value));
    if (!agreed || *offered <= *agreed) return;
    differ("review",
           fmt::format("the offer looks back every {}, and the agreement every {}", answers_.word("review"),
                       agreement::to_text(every.value)),
           every.at, "the agreement's review")
        .lower_to(diag::Level::Warning)
        .suggest("ask the vendor to come as often as the agreement says");
  }

  void compare_restores() {
    const auto offered = answers_.number("restore_tests");
    if (!offered) return;
    for (const Activity& activity : agreement_.activities) {
      if (!activity.name.contains("restore") || !is_providers(activity) || !activity.duty.good()) continue;
      const auto& every = activity.duty.value.every;
      if (!every.good()) continue;
      const auto agreed = amount_of(agreement::to_text(every.value));
      if (!agreed || *offered <= *agreed) continue;
      differ("restore_tests",
             fmt::format("the offer tests restores every {}, and the agreement every {}",
                         answers_.word("restore_tests"), agreement::to_text(every.value)),
             every.at, fmt::format("`{}`", activity.name))
          .suggest("ask the vendor to test as often as the agreement says");
    }
  }

  void compare_money() {
    if (!agreement_.cost.good() || !agreement_.cost.value.agreement.good()) return;
    const auto& cost = agreement_.cost.value.agreement;
    const auto price = agreement::parse_money(answers_.word("price"));
    if (!price) return;
    const auto by_month = [](const agreement::Money& money) {
      const double amount = static_cast<double>(money.hundredths);
      return money.per == agreement::Unit::Year ? amount / 12 : amount;
    };
    if (price->currency == cost.value.currency && by_month(*price) == by_month(cost.value)) return;
    differ("price",
           fmt::format("the offer costs {}, and the agreement reckons with another price", answers_.word("price")),
           cost.at, "what the agreement says it costs")
        .lower_to(diag::Level::Warning)
        .suggest("put the offer's price into `cost` of the agreement, and look at the comparison again");
  }

  void compare_exit() {
    if (!agreement_.trial.good() || !agreement_.trial.value.until.good()) return;
    if (!answers_.is("way_out", "none") && !answers_.is("way_out", "fee")) return;
    differ("way_out", "the agreement has a trial, and the offer lets nobody out at its end",
           agreement_.trial.value.until.at, "the trial ends here")
        .suggest("ask the vendor: \"May we leave at the end of the trial, without a fee?\"");
  }

  // Long words of a name, each of which would be meant by it alone.
  [[nodiscard]] static std::vector<std::string> telling_words(std::string_view name) {
    constexpr std::size_t kTelling = 5;
    std::vector<std::string> words;
    for (std::string& word : parts_of(lower_case(name), " -._/")) {
      if (word.size() < kTelling) continue;
      if (word.ends_with('s')) word.pop_back();
      words.push_back(std::move(word));
    }
    return words;
  }

  [[nodiscard]] static bool speaks_of(std::string_view text, std::string_view name) {
    const std::string small = lower_case(text);
    const auto names = telling_words(name);
    return std::ranges::any_of(names, [&](const std::string& word) { return small.contains(word); });
  }

  void compare_exclusions() {
    for (const std::string& excluded : answers_.words("excluded")) {
      if (excluded == "none") continue;
      for (const Activity& activity : agreement_.activities) {
        if (!is_providers(activity) || !speaks_of(excluded, activity.key.value)) continue;
        differ("excluded",
               fmt::format("the offer leaves out {}, and the agreement gives `{}` to the provider", excluded,
                           activity.name),
               activity.responsible.at, fmt::format("`{}` is the provider's", activity.name))
            .lower_to(diag::Level::Warning)
            .suggest("ask the vendor whether it is the same thing, and write the answer into both");
        break;
      }
    }
  }

  // A function of which the provider has something must be spoken of among the services.
  void compare_services() {
    const auto services = answers_.words("services");
    if (services.empty()) return;
    for (const agreement::Function& function : agreement_.functions) {
      const Activity* given = nullptr;
      // A name without a telling word is spoken of in words of the offer's own, for all one knows.
      bool is_spoken_of = telling_words(function.key.value).empty();
      for (const std::size_t i : function.activities) {
        const Activity& activity = agreement_.activities[i];
        if (!is_providers(activity)) continue;
        if (given == nullptr) given = &activity;
        for (const std::string& service : services) {
          is_spoken_of =
              is_spoken_of || speaks_of(service, activity.key.value) || speaks_of(service, function.key.value);
        }
      }
      if (given == nullptr || is_spoken_of) continue;
      differ("services",
             fmt::format("the agreement gives `{}` to the provider, and the offer does not seem to have it",
                         function.key.value),
             given->responsible.at, fmt::format("`{}` is the provider's", given->name))
          .lower_to(diag::Level::Warning)
          .suggest(fmt::format("ask the vendor: \"Is {} part of your offer?\"", given->name));
    }
  }

  const Answers& answers_;
  const Agreement& agreement_;
  const policy::Policy& policy_;
  diag::Findings& findings_;
};

}  // namespace

void compare_offer(const Answers& answers, const agreement::Compiled& compiled, diag::Findings& findings) {
  TANDEM_ENSURE(compiled.agreement.has_value() && compiled.policy != nullptr);
  Comparison(answers, compiled, findings).run();
}

}  // namespace tandem::draft
