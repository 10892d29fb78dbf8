#include "draft/matrix_draft.h"

#include <algorithm>
#include <array>
#include <boost/json/value.hpp>

#include "diag/visible.h"
#include "draft/formatted.h"
#include "draft/matrix_plan.h"
#include "json/json.h"

namespace tandem::draft {
namespace {

using policy::PartyKind;

std::string_view to_text(PartyKind kind) {
  switch (kind) {
    case PartyKind::Client: return "client";
    case PartyKind::Provider: return "provider";
    case PartyKind::Vendor: return "vendor";
  }
  return "client";
}

// A text of others as a YAML value: JSON's strings are YAML's (YAML 1.2.2, 7.3.1).
std::string in_quotes(std::string_view text) {
  return json::to_text(json::Value(diag::visible(text)));
}

// A text of others within a comment: one line, not endless.
std::string in_comment(std::string_view text) {
  constexpr std::size_t kLongest = 160;
  std::string shown = diag::visible(text);
  if (shown.size() <= kLongest) return shown;
  std::size_t cut = kLongest;
  while (cut > 0 && (static_cast<unsigned char>(shown[cut]) & 0xc0) == 0x80) --cut;
  return shown.substr(0, cut) + "…";
}

std::string joined(std::span<const std::string> names) {
  std::string out;
  for (const std::string& name : names) out += fmt::format("{}{}", out.empty() ? "" : ", ", name);
  return out;
}

class DraftWriter {
 public:
  DraftWriter(const MatrixPlan& plan, const DraftHeading& heading) : plan_(plan), heading_(heading) {}

  std::string write() {
    write_head();
    write_parties();
    write_calendars();
    write_people();
    write_teams();
    write_sites();
    write_functions();
    write_categories();
    write_rules();
    write_targets();
    write_rest();
    return std::move(out_);
  }

 private:
  template <class... Parts>
  void line(fmt::format_string<Parts...> format, Parts&&... parts) {
    out_ += fmt::format(format, std::forward<Parts>(parts)...);
    out_ += '\n';
  }

  void write_head() {
    NameGiver names;
    line("# A draft, made from {}.", in_comment(heading_.from));
    line("# What the matrix does not say, or only seems to, is marked \"{}\": search for it.", kToFillIn);
    line("# `tandem check` lists what is left.");
    line("tandem: 1");
    line("engagement: {}", names.give(heading_.engagement, "draft", 60));
    line("name: {}  # {}", in_quotes(fmt::format("Draft from {}", heading_.from)), kToFillIn);
    line("time_zone: UTC  # {}: the zone in which hours are meant", kToFillIn);
    const auto& day = heading_.effective;
    line("effective: {:04}-{:02}-{:02}  # {}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
         static_cast<unsigned>(day.day()), kToFillIn);
    line("");
  }

  void write_parties() {
    line("parties:");
    for (const CastParty& party : plan_.cast.parties) {
      const std::string name = party.name.empty() ? std::string(kToFillIn) : in_quotes(party.name);
      line("  {}: {{kind: {}, name: {}}}  # {}: {}", party.key, to_text(party.kind), name, kToFillIn,
           in_comment(party.reason));
      if (party.kind == PartyKind::Vendor)
        line("    # {}: handled_by, who takes care of this vendor's cases", kToFillIn);
    }
    line("");
  }

  void write_calendars() {
    line("calendars:");
    line("  office: {{mon-fri: \"09:00-17:00\"}}  # {}: the matrix says nothing about hours", kToFillIn);
    line("");
  }

  void write_people() {
    line("people:  # {}: the matrix names posts; an agreement names people, with deputies", kToFillIn);
    for (const CastRole& role : plan_.cast.roles) {
      line("  {}: {{party: {}, name: {}, title: {}}}", role.person, plan_.cast.parties[role.party].key, kToFillIn,
           in_quotes(role.is_person ? role.name : "answers for " + role.name));
    }
    line("");
  }

  void write_teams() {
    line("teams:  # {}: members, hours, and who covers when a team is closed", kToFillIn);
    for (const CastRole& role : plan_.cast.roles) {
      line("  {}: {{party: {}, lead: {}, members: [{}], hours: office}}", role.team, plan_.cast.parties[role.party].key,
           role.person, role.person);
    }
    line("");
  }

  // The key of a site, in the order of the names.
  [[nodiscard]] static std::map<std::string, std::string> site_keys(const std::set<std::string>& sites) {
    NameGiver names;
    std::map<std::string, std::string> keys;
    for (const std::string& site : sites) keys.emplace(site, names.give("site-" + site, "site"));
    return keys;
  }

  void write_sites() {
    sites_ = site_keys(plan_.scopes.sites);
    if (sites_.empty()) return;
    std::vector<std::string> keys;
    for (const auto& [site, key] : sites_) keys.push_back(key);
    line("sites: [{}]", joined(keys));
    line("");
  }

  void write_functions() {
    line("functions:");
    for (const PlannedFunction& function : plan_.functions) {
      line("  {}:  # {}", function.key, in_comment(function.title));
      line("    kind: {}", function.strategic ? "strategic" : "operational");
      if (function.security) line("    security: true");
      line("    activities:");
      for (const PlannedActivity& activity : function.activities) write_activity(activity);
    }
    line("");
  }

  void write_activity(const PlannedActivity& activity) {
    line("      # {}", in_comment(activity.title));
    for (const std::string& remark : activity.remarks) line("      # {}: {}", kToFillIn, in_comment(remark));
    std::string fields;
    const auto add = [&fields](std::string_view key, const std::string& value) {
      fields += fmt::format("{}{}: {}", fields.empty() ? "" : ", ", key, value);
    };
    if (activity.responsible) add("responsible", *activity.responsible);
    if (activity.accountable.size() == 1) add("accountable", activity.accountable.front());
    if (activity.accountable.size() > 1) add("accountable", fmt::format("[{}]", joined(activity.accountable)));
    if (!activity.consulted.empty()) add("consulted", fmt::format("[{}]", joined(activity.consulted)));
    if (!activity.informed.empty()) add("informed", fmt::format("[{}]", joined(activity.informed)));
    line("      {}: {{{}}}", activity.key, fields);
  }

  void write_categories() {
    line("categories:  # {}: one for each activity; rename them to what people ask for", kToFillIn);
    for (const PlannedFunction& function : plan_.functions) {
      for (const PlannedActivity& activity : function.activities) {
        line("  {}: {}.{}", activity.category, function.key, activity.key);
      }
    }
    line("  other: {}  # {}: {}", plan_.other, kToFillIn,
         plan_.other_sorts ? "who sorts out what nobody classified; its name says so"
                           : "who sorts out what nobody classified; the first activity is taken");
    line("");
  }

  [[nodiscard]] std::string priority_key(std::size_t severity) const {
    constexpr std::array<std::string_view, 5> kNames = {"emergency", "critical", "high", "normal", "low"};
    switch (plan_.scopes.style) {
      case SeverityStyle::Sev: return fmt::format("sev-{}", severity);
      case SeverityStyle::Severity: return fmt::format("severity-{}", severity);
      case SeverityStyle::P: return fmt::format("p{}", severity);
      case SeverityStyle::Priority: return fmt::format("priority-{}", severity);
      case SeverityStyle::Names:
        return severity < kNames.size() ? std::string(kNames[severity]) : fmt::format("level-{}", severity);
    }
    return {};
  }

  // From the gravest to the last that the matrix names.
  [[nodiscard]] std::vector<std::string> priorities(const Severities& among) const {
    std::vector<std::string> keys;
    std::size_t highest = 0;
    for (std::size_t i = 0; i <= kMostSeverity; ++i) {
      if (plan_.scopes.severities.test(i)) highest = i;
    }
    for (std::size_t i = plan_.scopes.severities.test(0) ? 0 : 1; i <= highest; ++i) {
      if (among.test(i)) keys.push_back(priority_key(i));
    }
    return keys;
  }

  void write_rules() {
    if (plan_.rules.empty()) return;
    line("routing:  # from the scopes behind the letters R");
    for (const PlannedRule& rule : plan_.rules) {
      std::string when = fmt::format("category: {}", rule.category);
      const auto keys = priorities(rule.scope.severities);
      if (!keys.empty()) when += fmt::format(", priority: [{}]", joined(keys));
      if (rule.scope.hours.any())
        when += rule.scope.hours.test(static_cast<std::size_t>(Hours::Business)) ? ", hours: office"
                                                                                 : ", hours: not office";
      std::vector<std::string> sites;
      for (const std::string& site : rule.scope.sites) {
        if (const auto key = sites_.find(site); key != sites_.end()) sites.push_back(key->second);
      }
      if (!sites.empty()) when += fmt::format(", site: [{}]", joined(sites));
      line("  - {{name: {}, when: {{{}}}, to: {}}}", in_quotes(rule.name), when, rule.team);
    }
    line("");
  }

  void write_targets() {
    line("targets:  # {}: respond and resolve, and the hours in which they are counted", kToFillIn);
    auto keys = priorities(Severities().set());
    if (keys.empty()) keys = {"normal"};
    for (const std::string& key : keys) line("  {}: {{clock: office}}", key);
    line("");
  }

  void write_rest() {
    line("# {}: review, escalations, handoffs, disputes, decisions and scenarios, which no matrix has.", kToFillIn);
  }

  const MatrixPlan& plan_;
  const DraftHeading& heading_;
  std::map<std::string, std::string> sites_;
  std::string out_;
};

std::size_t count_marks(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(kToFillIn); at != std::string_view::npos; at = text.find(kToFillIn, at + 1)) ++count;
  return count - 1;  // the first is the sentence that explains them
}

}  // namespace

base::Result<MatrixDraft> write_draft(std::span<const Matrix> matrices, const DraftHeading& heading) {
  std::size_t rows = 0;
  for (const Matrix& matrix : matrices) rows += matrix.activities.size();
  if (rows > kMostActivities) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} has {} activities: an agreement is drafted of at most {}", heading.from, rows,
                                  kMostActivities));
  }
  const MatrixPlan plan = plan_agreement(matrices);
  MatrixDraft draft;
  draft.text = formatted(DraftWriter(plan, heading).write());
  draft.parties = plan.cast.parties.size();
  draft.teams = plan.cast.roles.size();
  draft.functions = plan.functions.size();
  for (const PlannedFunction& function : plan.functions) draft.activities += function.activities.size();
  draft.rules = plan.rules.size();
  draft.marks = count_marks(draft.text);
  for (const CastParty& party : plan.cast.parties)
    draft.guesses.push_back(fmt::format("`{}` is a {}: {}", party.key, to_text(party.kind), party.reason));
  return draft;
}

}  // namespace tandem::draft
