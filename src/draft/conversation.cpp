#include "draft/conversation.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/check.h"
#include "calendar/date_text.h"
#include "draft/words.h"

namespace tandem::draft {
namespace {

// Names that mean something else in an agreement: its teams, and words of the language.
constexpr std::array<std::string_view, 15> kTaken = {"it",       "on-call",  "desk",         "soc",     "engineers",
                                                     "platform", "advisors", "project-team", "lead",    "on-duty",
                                                     "nobody",   "closest",  "surge",        "default", "provider"};

struct GroupQuestion {
  std::string_view question;
  std::string_view group;
};
constexpr std::array<GroupQuestion, 9> kGroups = {{{"it_people", "it"},
                                                   {"leaders", "leaders"},
                                                   {"provider_manager", "manager"},
                                                   {"desk_people", "desk"},
                                                   {"security_people", "soc"},
                                                   {"engineer_people", "engineers"},
                                                   {"tools_people", "platform"},
                                                   {"project_people", "projects"},
                                                   {"advisor_people", "advisors"}}};

// Everybody gets a short name once; who is named twice on one side is one person.
class Naming {
 public:
  CastMember member(Side side, const std::string& word) {
    const auto bracket = word.find(" (");
    const std::string name = word.substr(0, bracket);
    const std::string title =
        bracket == std::string::npos ? std::string() : word.substr(bracket + 2, word.size() - bracket - 3);
    const auto known = keys_.find({side, name});
    if (known != keys_.end()) return {.key = known->second, .name = name, .title = title};
    const std::string key = key_for(name);
    keys_.emplace(std::pair(side, name), key);
    return {.key = key, .name = name, .title = title};
  }

  void take(const std::string& key) { taken_.insert(key); }

 private:
  std::string key_for(const std::string& name) {
    const std::string whole = name_of(name);
    const std::string first = whole.substr(0, whole.find('-'));
    for (const std::string& key : {first, whole}) {
      if (!key.empty() && is_free(key)) return *taken_.insert(key).first;
    }
    for (std::size_t number = 2;; ++number) {
      const std::string key = fmt::format("{}-{}", whole.empty() ? "person" : whole, number);
      if (is_free(key)) return *taken_.insert(key).first;
    }
  }

  [[nodiscard]] bool is_free(const std::string& key) const {
    return !taken_.contains(key) && std::ranges::find(kTaken, key) == kTaken.end();
  }

  std::map<std::pair<Side, std::string>, std::string> keys_;
  std::set<std::string> taken_;
};

// What an empty line would have said to every question that arises.
Answers with_defaults(const Answers& answers, calendar::Date today) {
  Answers full = answers;
  for (const Question& question : questionnaire("conversation").questions()) {
    if (full.has(question.name) || !question.arises(full)) continue;
    const std::string typed =
        question.default_answer.empty() ? conversation_default(question, full, today) : question.default_answer;
    if (typed.empty()) continue;
    auto words = question.read(typed);
    TANDEM_CHECK(words.has_value());
    full.set(question.name, *std::move(words));
  }
  return full;
}

class Reader {
 public:
  Reader(const Answers& answers, calendar::Date today) : full_(with_defaults(answers, today)) {}

  Conversation read() {
    read_parties();
    read_layers();
    read_people();
    read_limits();
    read_success();
    return std::move(said_);
  }

 private:
  [[nodiscard]] const Question& question(std::string_view name) const {
    const Question* found = questionnaire("conversation").find(name);
    TANDEM_CHECK(found != nullptr);
    return *found;
  }

  [[nodiscard]] std::vector<std::string> words(std::string_view name) const { return full_.words(name); }
  [[nodiscard]] std::string word(std::string_view name) const { return full_.word(name); }
  [[nodiscard]] bool is(std::string_view name, std::string_view wanted) const {
    return question(name).arises(full_) && word(name) == wanted;
  }

  void read_parties() {
    DraftRequest& request = said_.request;
    if (full_.has("client")) request.client = word("client");
    request.provider = word("provider");
    const Country* country = find_country(word("country"));
    TANDEM_CHECK(country != nullptr);
    request.currency = country->currency;
    request.holidays = word("holidays") == "none" ? "" : word("holidays");
    request.time_zone = word("time_zone");
    const std::string hours = word("office_hours");
    request.office_days = hours.substr(0, hours.find(' '));
    request.office_windows = parts_of(hours.substr(hours.find(' ') + 1), ", ");
    const auto effective = calendar::parse_date(word("effective"));
    TANDEM_CHECK(effective.has_value());
    request.effective = *effective;
    if (is("provider", "Our provider")) said_.open.emplace_back("the provider has no name yet: replace `Our provider`");
  }

  void read_layers() {
    struct Choice {
      std::string_view question;
      std::string_view answer;
      std::string_view layer;
      std::string_view words;
    };
    constexpr std::array<Choice, 9> kChoices = {{
        {"first_line", "provider", "provider-first-line", "answers users first"},
        {"overflow", "yes", "overflow", "helps out at peaks"},
        {"nights", "provider", "night-desk", "has nights, weekends and holidays"},
        {"security", "provider", "security-team", "watches security around the clock"},
        {"tools", "provider", "managed-platforms", "runs patching, monitoring and backups"},
        {"hard_cases", "provider", "senior-engineers", "takes the hard cases"},
        {"projects", "provider", "project-hands", "builds what is new"},
        {"direction", "provider", "vcio", "drafts roadmap and budget"},
        {"compliance", "yes", "compliance", "keeps the evidence"},
    }};
    std::vector<std::string_view> does;
    for (const Choice& choice : kChoices) {
      if (!is(choice.question, choice.answer)) continue;
      said_.request.layers.emplace_back(choice.layer);
      does.push_back(choice.words);
    }
    if (full_.words("leaders").size() == 1) said_.request.layers.emplace_back("one-leader");
    if (does.empty()) {
      said_.open.emplace_back("nothing is the provider's: either something is left to them, or you need no agreement");
      said_.request.about = "Made in a first conversation.";
      return;
    }
    said_.request.about = fmt::format(
        "Made in a first conversation. The provider {}; the rest is your own IT team's, and so are the rules.",
        fmt::join(does, ", "));
  }

  void read_people() {
    Naming naming;
    for (const CastGroup& group : said_.request.cast) {
      for (const CastMember& one : group.people) naming.take(one.key);
    }
    for (const GroupQuestion& asked : kGroups) {
      CastGroup& group = group_of(said_.request.cast, asked.group);
      const auto named = full_.words(asked.question);
      if (named.empty()) {
        for (CastMember& one : group.people) one = {.key = one.key, .name = "To be named", .title = one.title};
        if (question(asked.question).arises(full_))
          said_.open.push_back(fmt::format("nobody is named yet for {}: they stand as `To be named`", group.what));
        continue;
      }
      group.people.clear();
      for (const std::string& one : named) group.people.push_back(naming.member(group.side, one));
      if (named.size() == 1 && asked.group != "manager" && asked.group != "leaders")
        said_.open.push_back(fmt::format("only {} is named for {}: nobody is there while they are away",
                                         group.people.front().name, group.what));
    }
    said_.request.values["people.about"] = "The short name in front stands for them everywhere below.";
  }

  void read_limits() {
    DraftRequest& request = said_.request;
    const auto asked_first = words("ask_first");
    for (const Permission& one : permissions()) {
      if (std::ranges::find(asked_first, one.name) != asked_first.end()) request.ask_first.push_back(one);
    }
    const std::string spend = word("spend");
    request.values["spend"] = spend == "0" ? "0 " + request.currency : spend;
    if (is("night_action", "no")) {
      request.values["soc.may"] = "";
      said_.open.emplace_back(
          "the security team may do nothing by itself: say who of yours answers at three in the morning");
    }
    const auto excluded = words("excluded");
    request.values["excluded"] = excluded == std::vector<std::string>{"none"} ? "" : yaml_items(excluded);
    request.values["hours.month"] = word("hours_month");
    request.values["hours.surge"] = word("hours_surge");
    request.values["dispute.within"] = word("dispute_within");
    const std::string every = word("meeting_every");
    request.values["sync.every"] = every == "week" ? "1 week" : every == "fortnight" ? "2 weeks" : "1 month";
    request.values["sync.on"] = word("meeting_on");
  }

  void read_success() {
    DraftRequest& request = said_.request;
    request.values["critical.respond"] = word("critical_respond");
    constexpr int kMostMonths = 24;
    request.trial_months =
        std::clamp(static_cast<int>(leading_number(word("trial_months")).value_or(3)), 1, kMostMonths);
    request.exit = {{"respond-on-time", "at_least: " + word("on_time")},
                    {"ownerless-minutes", "at_most: 0"},
                    {"satisfaction", "at_least: " + word("satisfaction")}};
    if (full_.has("strategic_share"))
      request.exit.push_back({"strategic-share", "at_least: " + word("strategic_share")});
    if (full_.has("worth_it"))
      request.values["trial.words"] =
          "\n" + comment_lines(fmt::format("What would make it worth it: {}", word("worth_it")));
  }

  const Answers full_;
  Conversation said_;
};

}  // namespace

Conversation conversation(const Answers& answers, calendar::Date today) {
  return Reader(answers, today).read();
}

std::string conversation_default(const Question& question, const Answers& answers, calendar::Date today) {
  const Country* country = find_country(answers.has("country") ? answers.word("country") : "us");
  if (question.kind == AnswerKind::Zone && country != nullptr) return country->time_zone;
  if (question.kind == AnswerKind::HolidaySet && country != nullptr) return country->holidays;
  if (question.kind != AnswerKind::Date) return "";
  const auto next = std::chrono::year_month(today.year(), today.month()) + std::chrono::months(1);
  return calendar::iso_date(next / std::chrono::day(1));
}

}  // namespace tandem::draft
