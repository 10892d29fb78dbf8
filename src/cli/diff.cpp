#include <fmt/ranges.h>

#include <boost/json.hpp>

#include "agreement/diff/comparison.h"
#include "agreement/diff/grouping.h"
#include "base/digits.h"
#include "cli/agreement_input.h"
#include "cli/commands.h"
#include "cli/counted.h"
#include "cli/reason_text.h"
#include "cli/text_line.h"
#include "connect/past_items.h"
#include "diag/visible.h"
#include "json/json.h"

namespace tandem::cli {
namespace {

namespace diff = agreement::diff;

// More lines than these on one thing are put together.
constexpr std::size_t kMostTold = 20;

struct Compared {
  const AgreedText& before;
  const AgreedText& after;
  const std::string& horizon;  // "the 12 months from 2026-10-01"
  const diff::Comparison& comparison;
  const std::optional<diff::PastWorkMoved>& history;
  std::size_t most;  // lines that are told of one thing
};

std::string bullet(std::string_view words, std::size_t indent = 2) {
  return fmt::format("{}{}\n", std::string(indent, ' '), wrapped(diag::visible(words), kColumns, indent + 2));
}

std::string_view heading(diff::EffectKind kind) {
  switch (kind) {
    case diff::EffectKind::Owner: return "who acts";
    case diff::EffectKind::Accountable: return "who answers for it";
    case diff::EffectKind::Duty: return "who is on duty";
  }
  return "";
}

// The lines of groups, and below them what they leave out.
std::string groups_text(std::span<const diff::EffectGroup> groups, const Compared& compared, std::size_t indent,
                        const std::function<std::string(const diff::EffectGroup&)>& line_of) {
  std::string out;
  std::size_t told = 0;
  std::size_t left_out = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i >= compared.most) {
      left_out += groups[i].effects.size();
      continue;
    }
    told += groups[i].effects.size();
    std::string line = line_of(groups[i]);
    if (!groups[i].largest.empty()) line += fmt::format("; the largest are {}", fmt::join(groups[i].largest, "; "));
    out += bullet(line, indent);
  }
  if (left_out > 0) {
    out += bullet(fmt::format("and {} more; `--all` tells them", base::with_commas(left_out)), indent);
  } else if (told > groups.size()) {
    out += bullet(fmt::format("`--all` tells each of the {}", base::with_commas(told)), indent);
  }
  return out;
}

std::uint64_t items_moved(const diff::PastWorkMoved& history, const diff::EffectGroup& group) {
  std::uint64_t items = 0;
  for (const std::size_t each : group.effects) items += history.by_effect[each];
  return items;
}

std::string effects_text(const Compared& compared, diff::EffectKind kind, const Palette& palette) {
  const auto effects = compared.comparison.effects();
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    if (effects[i].kind == kind) chosen.push_back(i);
  }
  if (chosen.empty()) return {};
  const auto groups =
      diff::grouped(effects, chosen, diff::Apart::Holders, compared.most, compared.comparison.horizon());
  const std::string lines = groups_text(groups, compared, 2, [&](const diff::EffectGroup& group) {
    const diff::Effect& first = effects[group.effects.front()];
    std::string line = fmt::format("{}: {} → {}; {}", group.what, first.before, first.after, group.hours);
    if (compared.history && kind != diff::EffectKind::Duty)
      line += fmt::format("; {}", counted(items_moved(*compared.history, group), "item", "items"));
    return line;
  });
  return fmt::format("\n{}\n{}", palette(Ink::Strong, heading(kind)), lines);
}

std::string texts_text(const Compared& compared, const Palette& palette) {
  std::string out;
  std::optional<diff::Topic> topic;
  for (const diff::TextChange& change : compared.comparison.texts()) {
    if (topic != change.topic) out += fmt::format("  {}\n", palette(Ink::Faint, to_text(change.topic)));
    topic = change.topic;
    out += bullet(change.words, 4);
  }
  return out.empty() ? out : fmt::format("\n{}\n{}", palette(Ink::Strong, "what the text says"), out);
}

// `verb` is "gains" or "loses".
std::string stake_text(std::span<const diff::Stake::Item> items, std::string_view verb, const Compared& compared) {
  const auto effects = compared.comparison.effects();
  std::vector<std::size_t> chosen;
  for (const diff::Stake::Item& item : items) {
    if (item.effect) chosen.push_back(*item.effect);
  }
  const auto groups =
      diff::grouped(effects, chosen, diff::Apart::Nothing, compared.most, compared.comparison.horizon());
  std::string out = groups_text(groups, compared, 4, [&](const diff::EffectGroup& group) {
    const bool answers = effects[group.effects.front()].kind == diff::EffectKind::Accountable;
    return fmt::format("{} {}{}; {}", verb, answers ? "answering for " : "", group.what, group.hours);
  });
  for (const diff::Stake::Item& item : items) {
    if (!item.effect) out += bullet(fmt::format("{} {}", verb, item.words), 4);
  }
  return out;
}

std::string stakes_text(const Compared& compared, const Palette& palette) {
  std::string out;
  for (const diff::Stake& stake : compared.comparison.stakes()) {
    out += fmt::format("  {}\n", stake.party);
    out += stake_text(stake.gains, "gains", compared);
    out += stake_text(stake.loses, "loses", compared);
  }
  return out.empty() ? out : fmt::format("\n{}\n{}", palette(Ink::Strong, "who gains and who loses"), out);
}

std::string history_text(const diff::PastWorkMoved& moved, const Palette& palette) {
  std::string out = fmt::format("\n{}\n", palette(Ink::Strong, "what came in the past"));
  const double share = moved.items == 0 ? 0 : 100.0 * static_cast<double>(moved.any) / static_cast<double>(moved.items);
  out += bullet(fmt::format("{} of {} ({:.1f} %) would have gone differently", moved.any,
                            counted(moved.items, "item", "items"), share));
  out += bullet(fmt::format("{} another owner, {} another accountable person", moved.owner, moved.accountable));
  out += bullet(fmt::format("{} due for an answer at another time, {} for the solution", moved.respond, moved.resolve));
  if (moved.elsewhere > 0) {
    out +=
        bullet(fmt::format("{} of them where no line above tells of it: moments that the time compared does not "
                           "have, or names that only one text knows",
                           moved.elsewhere));
  }
  return out;
}

std::string text_of(const Compared& compared, const Palette& palette) {
  const std::string& name = compared.after.compiled.policy->spec().name;
  std::string out = wrapped(fmt::format("{}, {}", diag::visible(name), compared.horizon), kColumns, 0) + "\n";
  if (compared.comparison.empty()) out += "the texts agree\n";
  for (const diff::EffectKind kind : {diff::EffectKind::Owner, diff::EffectKind::Accountable, diff::EffectKind::Duty})
    out += effects_text(compared, kind, palette);
  out += texts_text(compared, palette);
  out += stakes_text(compared, palette);
  if (compared.history) out += history_text(*compared.history, palette);
  return out;
}

json::Value place_json(const AgreedText& text, const std::optional<source::Range>& range) {
  if (!range) return nullptr;
  const source::Place place = text.compiled.sources.place(*range);
  return json::Object{{"file", place.file}, {"line", place.line}, {"column", place.column}};
}

json::Array words_json(std::span<const diff::Stake::Item> items) {
  json::Array out;
  for (const diff::Stake::Item& each : items) out.emplace_back(each.words);
  return out;
}

json::Value party_json(const std::string& party) {
  return party.empty() ? json::Value(nullptr) : json::Value(party);
}

json::Object history_json(const diff::PastWorkMoved& moved) {
  return {{"items", moved.items},        {"moved", moved.any},
          {"owner", moved.owner},        {"accountable", moved.accountable},
          {"respond", moved.respond},    {"resolve", moved.resolve},
          {"elsewhere", moved.elsewhere}};
}

json::Object json_of(const Compared& compared) {
  const base::Interval horizon = compared.comparison.horizon();
  json::Array effects;
  for (std::size_t i = 0; i < compared.comparison.effects().size(); ++i) {
    const diff::Effect& effect = compared.comparison.effects()[i];
    json::Object one{{"kind", to_text(effect.kind)},
                     {"what", effect.what},
                     {"before", effect.before},
                     {"after", effect.after},
                     {"party_before", party_json(effect.party_before)},
                     {"party_after", party_json(effect.party_after)},
                     {"seconds", effect.total / base::seconds(1)},
                     {"hours_a_week", diff::hours_a_week(effect, horizon)}};
    if (compared.history) one["items"] = compared.history->by_effect[i];
    effects.push_back(std::move(one));
  }
  json::Array texts;
  for (const diff::TextChange& change : compared.comparison.texts()) {
    texts.push_back(json::Object{{"topic", to_text(change.topic)},
                                 {"words", change.words},
                                 {"before", place_json(compared.before, change.before)},
                                 {"after", place_json(compared.after, change.after)}});
  }
  json::Array parties;
  for (const diff::Stake& stake : compared.comparison.stakes()) {
    parties.push_back(
        json::Object{{"party", stake.party}, {"gains", words_json(stake.gains)}, {"loses", words_json(stake.loses)}});
  }
  return {{"agreement", compared.after.compiled.engagement},
          {"from", base::to_rfc3339(horizon.from)},
          {"to", base::to_rfc3339(horizon.to)},
          {"effects", std::move(effects)},
          {"texts", std::move(texts)},
          {"parties", std::move(parties)},
          {"history", compared.history ? json::Value(history_json(*compared.history)) : json::Value(nullptr)}};
}

// The items of the file put to both texts; what cannot be read is told on err.
std::expected<diff::PastWorkMoved, int> moved_by(const diff::Comparison& comparison, const std::string& path,
                                                 const calendar::Zone& zone, const Environment& environment) {
  const auto past = connect::read_past_items(path, zone);
  if (!past) return std::unexpected(could_not_run(environment, past.error().message));
  for (const connect::LogProblem& problem : past->problems)
    fmt::print(environment.err, "line {}: {}\n", problem.line, problem.message);
  if (past->left_out > 0)
    fmt::print(environment.err, "{} of the history left out\n", counted(past->left_out, "item", "items"));
  return comparison.history(past->items);
}

}  // namespace

int run(const Diff& command, const Environment& environment) {
  const auto today = day_of(command.today, environment.clock);
  if (!today)
    return could_not_run(environment, fmt::format("`{}` is not a date: write it as 2026-10-05", command.today));
  const auto length = horizon_length_of(command.horizon);
  if (!length) return could_not_run(environment, length.error().message);
  const auto before = read_agreement(command.before, environment);
  if (!before) return before.error();
  const auto after = read_agreement(command.after, environment);
  if (!after) return after.error();
  const agreement::Horizon horizon = agreement::horizon_of(after->compiled.agreement->effective.value, *today, *length,
                                                           after->compiled.policy->zone());
  const diff::Comparison comparison(before->compiled, after->compiled, horizon.during);
  std::optional<diff::PastWorkMoved> history;
  if (!command.history.empty()) {
    const auto moved = moved_by(comparison, command.history, after->compiled.policy->zone(), environment);
    if (!moved) return moved.error();
    history = *moved;
  }
  const Compared compared{*before,    *after,  horizon.words,
                          comparison, history, command.all ? std::numeric_limits<std::size_t>::max() : kMostTold};
  fmt::print(environment.out, "{}",
             command.format == Format::Json ? json::to_text(json_of(compared)) + '\n'
                                            : text_of(compared, Palette(environment.colour)));
  return comparison.empty() ? kDone : kFaultsFound;
}

}  // namespace tandem::cli
