// What `tandem why` asks: names and numbers of the command line as facts, load and absences of a compiled agreement.
//
//   auto question = question_of(command, *policy, zone);          // or one sentence that says what is wrong
//   question->policy->evaluate(question->facts(), question->at);
//
// Those who are supposed to be away are on leave for the moment of the question only. Pure.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "policy/policy.h"

namespace tandem::cli {

struct WhyQuestion {
  std::shared_ptr<const policy::Policy> policy;  // with the absences that are supposed
  base::Instant at;
  std::vector<std::uint32_t> open_by_team;
  [[nodiscard]] policy::Facts facts() const {
    policy::Facts facts = known;
    facts.workload.open_by_team = open_by_team;
    return facts;
  }
  policy::Facts known;                    // without the load
  std::vector<policy::PersonIndex> away;  // by --away

  // "core-banking, critical, at harbor-east, vip, while Dana Whitfield is away"
  [[nodiscard]] std::string words() const;
};

// The error has a suggestion where a name is nearly right.
[[nodiscard]] std::expected<WhyQuestion, std::string> question_of(const Why& command,
                                                                  std::shared_ptr<const policy::Policy> policy);

}  // namespace tandem::cli
