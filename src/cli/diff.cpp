#include <boost/json.hpp>

#include "agreement/diff/comparison.h"
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

struct Compared {
  const AgreedText& before;
  const AgreedText& after;
  const std::string& horizon;  // "the 12 months from 2026-10-01"
  const diff::Comparison& comparison;
  const std::optional<diff::PastWorkMoved>& history;
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

std::string effects_text(const Compared& compared, diff::EffectKind kind, const Palette& palette) {
  std::string out;
  const auto effects = compared.comparison.effects();
  for (std::size_t i = 0; i < effects.size(); ++i) {
    if (effects[i].kind != kind) continue;
    std::string line = fmt::format("{}: {} → {}; {}", effects[i].what, effects[i].before, effects[i].after,
                                   diff::hours_words(effects[i], compared.comparison.horizon()));
    if (compared.history && kind != diff::EffectKind::Duty)
      line += fmt::format("; {}", counted(compared.history->by_effect[i], "item", "items"));
    out += bullet(line);
  }
  return out.empty() ? out : fmt::format("\n{}\n{}", palette(Ink::Strong, heading(kind)), out);
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

std::string stakes_text(const Compared& compared, const Palette& palette) {
  std::string out;
  for (const diff::Stake& stake : compared.comparison.stakes()) {
    out += fmt::format("  {}\n", stake.party);
    for (const std::string& words : stake.gains) out += bullet("gains " + words, 4);
    for (const std::string& words : stake.loses) out += bullet("loses " + words, 4);
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

json::Array words_json(const std::vector<std::string>& words) {
  json::Array out;
  for (const std::string& each : words) out.emplace_back(each);
  return out;
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
                     {"party_before", effect.party_before},
                     {"party_after", effect.party_after},
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
  const Compared compared{*before, *after, horizon.words, comparison, history};
  fmt::print(environment.out, "{}",
             command.format == Format::Json ? json::to_text(json_of(compared)) + '\n'
                                            : text_of(compared, Palette(environment.colour)));
  return comparison.empty() ? kDone : kFaultsFound;
}

}  // namespace tandem::cli
