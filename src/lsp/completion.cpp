#include "lsp/completion.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "agreement/bind.h"
#include "agreement/key_words.h"
#include "calendar/holidays.h"
#include "lsp/cursor_text.h"
#include "lsp/name_words.h"
#include "lsp/rpc.h"

namespace tandem::lsp {
namespace {

using agreement::Expected;
using agreement::KeyPlace;
using agreement::KnownNames;
using agreement::Space;

constexpr std::string_view kCursor = "zz-here-is-the-cursor";

// The protocol's numbers for the little pictures.
enum class ItemKind : int { Property = 10, Keyword = 14, File = 17, Reference = 18, Constant = 21 };

// How an offered word is written: in brackets where the language takes a list, with its `:` where it is a key.
struct Writing {
  std::string before;
  std::string after;
};

struct Found {
  const KeyPlace* key = nullptr;
  const agreement::ValuePlace* value = nullptr;
  std::vector<std::string> siblings;  // the other keys of the map
};

// Where the word stands in the tree: as a key of `map`, or as a value. The depth is bounded by what the tree may have.
struct InTree {
  const yaml::Map* map = nullptr;
  source::Range at{};
  bool found = false;
};
bool is_cursor(std::string_view text) {
  return text.contains(kCursor);
}
InTree find_cursor(const yaml::Node& node) {
  if (const auto* scalar = node.scalar()) return {.at = node.range, .found = is_cursor(scalar->text)};
  if (const auto* list = node.list()) {
    for (const auto& item : list->items) {
      if (const auto found = find_cursor(item); found.found) return found;
    }
    return {};
  }
  for (const auto& entry : node.map()->entries) {
    if (is_cursor(entry.key)) return {.map = node.map(), .at = entry.key_range, .found = true};
    if (const auto found = find_cursor(entry.value); found.found) return found;
  }
  return {};
}

class Completion {
 public:
  Completion(const Studied& studied, std::string_view text, std::uint32_t offset, Encoding encoding,
             const std::function<std::vector<std::string>()>& files)
      : studied_(studied), cursor_(text, offset), files_(files) {
    const LineIndex lines(text);
    span_ = {lines.position(cursor_.word_begin(), encoding), lines.position(cursor_.word_end(), encoding)};
  }

  json::Array items() && {
    if (!cursor_.takes_words()) return {};
    const std::string word(kCursor);
    const std::string colon = cursor_.is_key() ? "" : ": ";
    if (cursor_.is_first() && !cursor_.is_key()) try_with(word + ": x", {"", ": "});
    try_with(word, {"", colon});
    if (items_.empty()) try_with("[" + word + "]", {"[", "]"});
    if (items_.empty()) try_with("{" + word + ": x}", {"{", ": }"});
    if (items_.empty()) try_with("[{" + word + ": x}]", {"[{", ": }]"});
    return std::move(items_);
  }

 private:
  void try_with(const std::string& words, const Writing& writing) {
    for (const std::string& attempt : cursor_.with(words)) {
      source::SourceMap sources;
      diag::Findings findings;
      const auto root = yaml::parse(sources, sources.add("section", attempt), findings);
      if (!root || root->map() == nullptr) continue;
      const InTree place = find_cursor(*root);
      if (!place.found) return;
      if (is_included(*root)) return offer_files(writing);
      agreement::TextIndex index;
      static_cast<void>(agreement::bind(*root, /*complete=*/false, findings, &index));
      index.symbols.settle();
      index.places.settle();
      own_ = &index.symbols;
      offer(index.places, place, writing);
      own_ = nullptr;
      return;
    }
  }

  // Files are read before the rest is bound, so the binder asks for none.
  static bool is_included(const yaml::Node& root) {
    const yaml::Entry* include = root.find("include");
    return include != nullptr && include->value.list() != nullptr &&
           std::ranges::any_of(include->value.list()->items, [](const yaml::Node& item) {
             return item.scalar() != nullptr && is_cursor(item.scalar()->text);
           });
  }

  void offer_files(const Writing& writing) {
    for (const std::string& file : files_())
      add(file, ItemKind::File, "", "", {writing.before, writing.before == "[" ? "]" : ""});
  }

  void offer(const agreement::Places& places, const InTree& place, const Writing& writing) {
    if (place.map == nullptr) {
      // A value in braces or brackets takes no `:` behind it.
      const bool is_list = writing.before == "[";
      if (const auto* value = places.value_at(place.at.file, place.at.begin)) {
        offer_expected(value->expected, {writing.before, is_list ? "]" : ""});
      }
      return;
    }
    const auto* key = places.key_at(place.at.file, place.at.begin);
    if (key == nullptr) return;
    if (key->construct != nullptr) offer_keys(*key->construct, *place.map, writing);
    offer_expected(key->expected, writing);
  }

  void offer_keys(const agreement::Construct& construct, const yaml::Map& map, const Writing& writing) {
    // Of the agreement itself the section shows only a part.
    const auto* whole = &construct == &agreement::vocabulary::kAgreement && studied_.named ? &*studied_.named : nullptr;
    for (const std::string_view key : construct.keys()) {
      const bool there = std::ranges::find(map.entries, key, &yaml::Entry::key) != map.entries.end() ||
                         (whole != nullptr && whole->agreement->sections.contains(key));
      if (there) continue;
      add(key, ItemKind::Property, construct.what, agreement::words_about(construct, key), writing);
    }
  }

  void offer_expected(const Expected& expected, const Writing& writing) {
    for (const std::string_view word : expected.words) {
      const auto finding = diag::find_kind(word);
      add(word, ItemKind::Keyword, finding ? diag::info(*finding).summary : "", "", writing);
    }
    for (const Space space : expected.spaces) offer_names(space, writing);
    switch (expected.known) {
      case KnownNames::None: break;
      case KnownNames::HolidaySets:
        for (const auto name : calendar::holiday_set_names()) {
          add(name, ItemKind::Constant, "holiday set", "", writing);
        }
        break;
      case KnownNames::TimeZones:
        for (const auto& name : calendar::Zone::names()) add(name, ItemKind::Constant, "time zone", "", writing);
        break;
    }
  }

  void offer_names(Space space, const Writing& writing) {
    std::set<std::string_view> names;
    const agreement::Agreement* model = studied_.named ? &*studied_.named->agreement : nullptr;
    const auto offer_all = [&](const agreement::Symbols& symbols) {
      for (const auto& symbol : symbols.all()) {
        if (symbol.space != space || is_cursor(symbol.name) || !names.insert(symbol.name).second) continue;
        add(symbol.name, ItemKind::Reference, model == nullptr ? "" : brief_words(*model, symbol), "", writing);
      }
    };
    if (studied_.named) offer_all(studied_.named->index->symbols);
    offer_all(*own_);
  }

  void add(std::string_view label, ItemKind kind, std::string_view detail, std::string_view documentation,
           const Writing& writing) {
    if (!offered_.emplace(label).second) return;
    json::Object item{
        {"label", label},
        {"kind", static_cast<int>(kind)},
        {"sortText", fmt::format("{:05}", items_.size())},
        {"textEdit", {{"range", to_json(span_)}, {"newText", writing.before + std::string(label) + writing.after}}}};
    if (!detail.empty()) item["detail"] = detail;
    if (!documentation.empty()) item["documentation"] = json::Object{{"kind", "markdown"}, {"value", documentation}};
    if (!writing.before.empty()) item["filterText"] = label;
    items_.push_back(std::move(item));
  }

  const Studied& studied_;
  CursorText cursor_;
  const std::function<std::vector<std::string>()>& files_;
  Span span_;
  const agreement::Symbols* own_ = nullptr;  // of the section that is being read
  std::set<std::string, std::less<>> offered_;
  json::Array items_;
};

}  // namespace

json::Value completion(const Studied& studied, std::string_view text, std::uint32_t offset, Encoding encoding,
                       const std::function<std::vector<std::string>()>& files) {
  // A time zone's list alone has 600 names: the client filters, we do not.
  return {{"isIncomplete", false}, {"items", Completion(studied, text, offset, encoding, files).items()}};
}

}  // namespace tandem::lsp
