#include <fmt/ranges.h>

#include <boost/json.hpp>

#include "cli/agreement_input.h"
#include "cli/commands.h"
#include "cli/local_text.h"
#include "cli/reason_text.h"
#include "cli/text_line.h"
#include "cli/why_question.h"
#include "diag/visible.h"
#include "json/json.h"
#include "policy/escalation.h"

namespace tandem::cli {
namespace {

constexpr std::size_t kMargin = 13;  // "accountable  "

// One thing that is promised: respond or resolve.
struct DueTime {
  std::string_view what;
  const policy::TargetTime* time = nullptr;
  std::optional<base::Instant> at{};  // nothing: its clock never runs for so long
};

// A step of the escalation with those it tells, at its instant.
struct ToldStep {
  std::string after{};               // "10 min", or those that run one behind the other
  std::optional<base::Instant> at;   // nothing: its clock never runs for so long
  std::vector<std::string> names{};  // as the agreement names them
  std::vector<std::string> words{};  // as people call them: "Mei Tanaka (lead)"
};

class Explained {
 public:
  Explained(const AgreedText& agreed, const WhyQuestion& question)
      : agreed_(agreed), question_(question), policy_(*question.policy), facts_(question.facts()) {
    answer_ = policy_.evaluate(facts_, question.at, &trace_);
    find_due_times();
    find_steps();
  }

  [[nodiscard]] std::string text(const Palette& palette) const {
    std::string out = fmt::format("{}\n\n", wrapped(fmt::format("{}, {} {}", diag::visible(question_.words()),
                                                                local(question_.at), policy_.zone().name()),
                                                    kColumns, 0));
    const policy::Team& team = policy_.team(answer_.team);
    out +=
        row("owner", palette(Ink::Strong, fmt::format("{} ({}){}", team.name, party().display,
                                                      answer_.person.is_none() ? std::string(", nobody in particular")
                                                                               : ", " + display(answer_.person))));
    out += row("accountable", display(answer_.accountable));
    out += row("activity", policy_.activity(answer_.activity).name);
    if (is_accountable_away())
      out += row("away", palette(Ink::Bad, fmt::format("{} is on leave at that time, and nobody stands in",
                                                       display(answer_.accountable))));
    if (answer_.gap) out += row("gap", palette(Ink::Bad, "nobody of the owner is there at that time"));
    for (const DueTime& due : due_) {
      const std::string by = due.at ? "by " + local(*due.at) : "never: the clock does not run for so long";
      out += row(due.what, fmt::format("{} ({})", by, due.time->text));
    }
    out +=
        row("hand-off", fmt::format("to be accepted within {}", length_text(policy_.accept_within(facts_.priority))));
    out += escalation_text();
    out += "\nbecause\n";
    return out + reasons_text(reasons(), trace_, palette);
  }

  [[nodiscard]] json::Object json() const {
    const policy::Team& team = policy_.team(answer_.team);
    const json::Value person =
        answer_.person.is_none() ? json::Value(nullptr) : json::Value(policy_.person(answer_.person).name);
    json::Object targets;
    for (const DueTime& due : due_)
      targets[due.what] = json::Object{{"text", due.time->text}, {"due", instant_json(due.at)}};
    json::Array steps;
    for (const ToldStep& step : steps_) {
      steps.push_back(json::Object{{"after", step.after},
                                   {"at", instant_json(step.at)},
                                   {"tell", json::Array(step.names.begin(), step.names.end())}});
    }
    return {{"at", base::to_rfc3339(question_.at)},
            {"owner", {{"party", party().name}, {"team", team.name}, {"person", person}}},
            {"accountable", policy_.person(answer_.accountable).name},
            {"accountable_away", is_accountable_away()},
            {"activity", policy_.activity(answer_.activity).name},
            {"gap", answer_.gap},
            {"priority", facts_.priority.is_none() ? json::Value(nullptr)
                                                   : json::Value(policy_.priority(facts_.priority).priority)},
            {"targets", std::move(targets)},
            {"accept_within_seconds", policy_.accept_within(facts_.priority) / base::seconds(1)},
            {"escalation", std::move(steps)},
            {"reasons", reasons_json(reasons(), trace_)}};
  }

 private:
  [[nodiscard]] ReasonSource reasons() const { return {policy_, agreed_.places()}; }
  [[nodiscard]] const policy::Party& party() const { return policy_.party(policy_.team(answer_.team).party); }
  [[nodiscard]] bool is_accountable_away() const { return !policy_.is_present(answer_.accountable, question_.at); }
  [[nodiscard]] std::string display(policy::PersonIndex who) const { return policy_.person(who).display; }
  [[nodiscard]] std::string local(base::Instant at) const { return local_text(at, policy_.zone()); }

  static json::Value instant_json(std::optional<base::Instant> at) {
    return at ? json::Value(base::to_rfc3339(*at)) : json::Value(nullptr);
  }

  static std::string row(std::string_view label, std::string_view words) {
    return fmt::format("{:<{}}{}\n", label, kMargin, wrapped(words, kColumns, kMargin));
  }

  void find_due_times() {
    if (facts_.priority.is_none()) return;
    const policy::Target& target = policy_.priority(facts_.priority);
    const auto add = [&](std::string_view what, const std::optional<policy::TargetTime>& time) {
      if (time) due_.push_back({what, &*time, policy::run_out(policy_.spec(), target, *time, question_.at)});
    };
    add("respond", target.respond);
    add("resolve", target.resolve);
  }

  void find_steps() {
    if (facts_.priority.is_none()) return;
    const policy::Target& target = policy_.priority(facts_.priority);
    for (const policy::EscalationStep& step : target.escalation) {
      ToldStep told{.at = policy::takes_place(policy_.spec(), target, step, question_.at)};
      for (const policy::TargetTime& time : step.after) told.after += (told.after.empty() ? "" : " and ") + time.text;
      for (const policy::Addressee& addressee : step.tell) add(addressee, told);
      steps_.push_back(std::move(told));
    }
  }

  // `lead` and `on-duty` are those of the team that owns the work now.
  void add(const policy::Addressee& addressee, ToldStep& step) const {
    using Kind = policy::Addressee::Kind;
    switch (addressee.kind) {
      case Kind::Lead: add_person(policy_.team(answer_.team).lead, " (lead)", step); return;
      case Kind::OnDuty: {
        const auto who = policy_.person_for(answer_.team, step.at.value_or(question_.at), facts_.workload);
        if (!who.is_none()) return add_person(who, " (on duty)", step);
        step.words.emplace_back("nobody on duty");
        return;
      }
      case Kind::Person: add_person(addressee.person, "", step); return;
      case Kind::Team:
        step.names.push_back(policy_.team(addressee.team).name);
        step.words.push_back("team " + step.names.back());
        return;
    }
  }

  void add_person(policy::PersonIndex who, std::string_view as, ToldStep& step) const {
    step.names.push_back(policy_.person(who).name);
    const bool away = step.at && !policy_.is_present(who, *step.at);
    step.words.push_back(fmt::format("{}{}{}", display(who), as, away ? ", on leave" : ""));
  }

  [[nodiscard]] std::string escalation_text() const {
    std::string out;
    for (const ToldStep& step : steps_) {
      std::string words = fmt::format("{} ({})", step.at ? local(*step.at) : "never", step.after);
      if (!step.words.empty()) words += fmt::format(": {}", fmt::join(step.words, "; "));
      out += row(out.empty() ? "escalation" : "", words);
    }
    return out;
  }

  const AgreedText& agreed_;
  const WhyQuestion& question_;
  const policy::Policy& policy_;
  policy::Facts facts_;
  policy::Trace trace_;
  policy::Answer answer_;
  std::vector<DueTime> due_;
  std::vector<ToldStep> steps_;
};

}  // namespace

int run(const Why& command, const Environment& environment) {
  const auto agreed = read_agreement(command.path, environment);
  if (!agreed) return agreed.error();
  const auto question = question_of(command, agreed->compiled.policy);
  if (!question) return could_not_run(environment, question.error());
  const Explained explained(*agreed, *question);
  fmt::print(environment.out, "{}",
             command.format == Format::Json ? json::to_text(explained.json()) + '\n'
                                            : explained.text(Palette(environment.colour)));
  return kDone;
}

}  // namespace tandem::cli
