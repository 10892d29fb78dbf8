#include "lsp/hover.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "agreement/key_words.h"
#include "calendar/date_text.h"
#include "calendar/holidays.h"
#include "lsp/markdown.h"
#include "lsp/name_words.h"
#include "lsp/navigation.h"
#include "lsp/rpc.h"

namespace tandem::lsp {
namespace {

struct Words {
  std::string markdown;
  source::Range at{};
};

std::optional<Words> about_name(const View& view) {
  const auto symbols = symbols_at(view);
  if (symbols.empty()) return std::nullopt;
  const Moment moment{.policy = view.studied.policy.get(), .now = view.now};
  Words words{.markdown = {}, .at = view.index()->symbols.at(view.file, view.offset).front()->at};
  for (const auto symbol : symbols) {
    if (!words.markdown.empty()) words.markdown += "\n\n---\n\n";
    words.markdown += words_about_name(*view.compiled.agreement, view.index()->symbols, symbol, moment);
  }
  return words;
}

std::optional<Words> about_key(const View& view) {
  const auto* key = view.index()->places.key_at(view.file, view.offset);
  if (key == nullptr || key->construct == nullptr) return std::nullopt;
  const auto words = agreement::words_about(*key->construct, key->key);
  if (words.empty()) return std::nullopt;
  return Words{fmt::format("**{}** (of {})\n\n{}", plain(key->key), key->construct->what, words), key->at};
}

std::string next_holidays(const calendar::HolidaySet& set, const View& view) {
  constexpr std::size_t kShown = 5;
  const calendar::Date today(std::chrono::floor<std::chrono::days>(view.now.sys()));
  std::string words;
  std::size_t shown = 0;
  for (const int ahead : {0, 1}) {
    for (const auto& holiday : set.in_year(today.year() + std::chrono::years(ahead))) {
      if (holiday.date < today || shown == kShown) continue;
      words += fmt::format("\n- {} {}", calendar::iso_date(holiday.date), plain(holiday.name));
      ++shown;
    }
  }
  return words;
}

// Words of the language and names that the agreement does not declare itself.
std::optional<Words> about_value(const View& view) {
  const auto* value = view.index()->places.value_at(view.file, view.offset);
  if (value == nullptr) return std::nullopt;
  const auto letters = view.compiled.sources.text(value->at);
  std::string_view word = letters;
  while (word.starts_with('"') || word.starts_with('\'')) word.remove_prefix(1);
  while (word.ends_with('"') || word.ends_with('\'')) word.remove_suffix(1);
  switch (value->expected.known) {
    case agreement::KnownNames::HolidaySets:
      if (const auto set = calendar::find_holiday_set(word)) {
        return Words{
            fmt::format("**{}** (holiday set)\n\n{}\n{}", plain(word), plain(set->title()), next_holidays(*set, view)),
            value->at};
      }
      return std::nullopt;
    case agreement::KnownNames::TimeZones:
      if (const auto zone = calendar::Zone::find(word)) {
        return Words{fmt::format("**{}** (time zone)\n\nnow {} {}", plain(word),
                                 calendar::local_time_text(view.now, *zone), zone->abbreviation_at(view.now)),
                     value->at};
      }
      return std::nullopt;
    case agreement::KnownNames::None: break;
  }
  if (const auto kind = diag::find_kind(word);
      kind && std::ranges::find(value->expected.words, word) != value->expected.words.end()) {
    const auto& info = diag::info(*kind);
    return Words{fmt::format("**{}** ({})\n\n{}", plain(info.name), diag::to_text(info.level), info.summary),
                 value->at};
  }
  if (value->expected.form.empty()) return std::nullopt;
  return Words{fmt::format("{}", value->expected.form), value->at};
}

}  // namespace

json::Value hover(const View& view, const Client& client) {
  if (view.index() == nullptr) return nullptr;
  auto words = about_name(view);
  if (!words) words = about_key(view);
  if (!words) words = about_value(view);
  if (!words) return nullptr;
  const std::string value = client.markdown ? words->markdown : without_signs(words->markdown);
  return {{"contents", {{"kind", client.markdown ? "markdown" : "plaintext"}, {"value", value}}},
          {"range", to_json(view.locations.span(words->at))}};
}

}  // namespace tandem::lsp
