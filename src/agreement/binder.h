// Reading typed values from a YAML tree. A reader is a function `bool read_x(Binder&, const yaml::Node&, X&)`: true
// when the value is good, false after it has been reported. Fields reads the keys of one map and reports what does not
// belong there.
//
//   Fields fields(binder, node, vocabulary::kTeam);
//   fields.required("party", team.party, read_ref<policy::PartyIndex>);
//   fields.optional("members", team.members, read_list<read_ref<policy::PersonIndex>>);
//
// One mistake yields one message: a key that is misspelt beyond doubt is read as the one it was meant to be, so that
// repairing it uncovers nothing; one that may have been meant is Wrong. Lives as long as the binding of one agreement;
// borrows the findings.
#pragma once

#include <functional>
#include <initializer_list>
#include <span>

#include "agreement/located.h"
#include "agreement/names.h"
#include "agreement/room.h"
#include "agreement/text_index.h"
#include "agreement/vocabulary.h"
#include "diag/finding.h"
#include "yaml/node.h"

namespace tandem::agreement {

class Binder {
 public:
  // `index` is null when nobody asks for it.
  explicit Binder(diag::Findings& into, TextIndex* index = nullptr) : findings(into), index_(index) {}

  // `wanted` continues "must be": "a list", "a word".
  void wrong_type(const yaml::Node& node, std::string_view wanted);
  // "`soon` is not <wanted>".
  diag::Finding& bad_value(source::Range at, std::string_view text, std::string_view wanted);
  void unknown_reference(Space space, std::string_view name, source::Range at);
  // "did you mean …?" when a candidate is near; spends the suggestions there are. REQUIRES: the finding stands at the
  // word, and nothing else does.
  void suggest(diag::Finding& finding, std::string_view word, std::span<const std::string_view> candidates);
  // The same with every name of the spaces as a candidate.
  void suggest_names(diag::Finding& finding, std::string_view word, std::span<const Space> spaces);
  [[nodiscard]] std::optional<diag::Slip> nearest(std::string_view word, std::span<const std::string_view> candidates);

  // Looks up what `name`, which stands at `at`, means in a space. Every name that is used in the text is looked up
  // here.
  [[nodiscard]] std::optional<std::uint32_t> refer(Space space, std::string_view name, source::Range at);
  // The same for the place of an exception: "backup.monitoring", "teams.desk", "desk" where only one thing is named so.
  void refer_to_place(std::string_view place, source::Range at);
  // Tells the index which names there are. To be called once all are declared.
  void index_declarations();
  // Notes what is taken at a value, and which keys a map takes.
  void expect(source::Range at, Expected expected) {
    if (index_ != nullptr) index_->places.add(ValuePlace{at, std::move(expected)});
  }
  void expect_key(const yaml::Entry& entry, Expected expected) {
    if (index_ != nullptr) {
      index_->places.add(KeyPlace{.at = entry.key_range, .key = entry.key, .expected = std::move(expected)});
    }
  }
  void expect_keys(const yaml::Map& map, const Construct& construct);
  [[nodiscard]] bool is_indexed() const { return index_ != nullptr; }

  diag::Findings& findings;
  Names names;
  std::string key;                       // the key being read, as messages name it
  bool is_item = false;                  // whether what is read is an item of the list under that key
  const yaml::List* siblings = nullptr;  // the list of which a word is read as an item; what it has is not meant again

 private:
  // Comparing a word with every name is worth it for the first mistakes only.
  std::size_t suggestions_left_ = 200;
  TextIndex* index_;
};

class Fields {
 public:
  // `is_key_too` says which other keys belong there.
  Fields(Binder& binder, const yaml::Node& node, const Construct& construct,
         bool (*is_key_too)(std::string_view) = nullptr);

  template <class T, class Reader>
  void optional(std::string_view key, Field<T>& into, Reader read) {
    const yaml::Entry* entry = find(key);
    if (entry == nullptr) {
      if (is_misspelt(key) || !usable()) into.presence = Presence::Wrong;
      if (const yaml::Entry* empty = usable() ? node_->find(key) : nullptr) into.at = empty->value.range;
      return;
    }
    into.at = entry->value.range;
    const std::string outer = std::exchange(binder_.key, std::string(key));
    const bool outer_is_item = std::exchange(binder_.is_item, false);
    const yaml::List* outer_siblings = std::exchange(binder_.siblings, nullptr);
    into.presence = read(binder_, entry->value, into.value) ? Presence::Good : Presence::Wrong;
    binder_.key = outer;
    binder_.is_item = outer_is_item;
    binder_.siblings = outer_siblings;
  }

  template <class T, class Reader>
  void required(std::string_view key, Field<T>& into, Reader read) {
    optional(key, into, read);
    if (!into.absent()) return;
    report_missing(key);
    into.presence = Presence::Wrong;
  }

  // Null when the key is absent or has nothing behind it. An entry whose key is misspelt beyond doubt counts.
  [[nodiscard]] const yaml::Entry* find(std::string_view key) const;
  [[nodiscard]] bool is_misspelt(std::string_view key) const;
  // False when the node is no map, which has been reported.
  [[nodiscard]] bool usable() const { return map_ != nullptr; }
  void report_missing(std::string_view key);
  // One of the keys must be there, and none is.
  void report_missing_all(std::initializer_list<std::string_view> keys);
  // Where another key can be written; nothing when the node is no map.
  [[nodiscard]] std::optional<Room> room() const { return usable() ? room_in(*node_) : std::nullopt; }
  // Missing keys of a thing are told at this place (its name), not at its whole range.
  void place_at(source::Range at) { at_ = at; }

 private:
  Binder& binder_;
  const yaml::Node* node_;
  const yaml::Map* map_;
  source::Range at_;
  std::string what_;
  struct Meant {
    std::string_view key;
    const yaml::Entry* entry;
  };
  std::vector<Meant> meant_;                // keys that are misspelt beyond doubt, and where
  std::vector<std::string_view> misspelt_;  // keys that may have been meant
};

// The text of a scalar that is not empty; null after reporting.
[[nodiscard]] const std::string* word_of(Binder& binder, const yaml::Node& node, std::string_view wanted = "a word");

bool read_text(Binder& binder, const yaml::Node& node, std::string& out);
bool read_located_text(Binder& binder, const yaml::Node& node, Located<std::string>& out);
bool read_name(Binder& binder, const yaml::Node& node, Located<std::string>& out);  // kebab-case
bool read_flag(Binder& binder, const yaml::Node& node, bool& out);                  // `true`, `false`
bool read_count(Binder& binder, const yaml::Node& node, std::uint32_t& out);

// Reports when the key is not kebab-case.
void check_name(Binder& binder, std::string_view name, source::Range at);

// A value that `parse` reads from one word; `form` says what is expected.
template <class T>
bool read_parsed(Binder& binder, const yaml::Node& node, T& out, std::optional<T> (*parse)(std::string_view),
                 std::string_view form) {
  binder.expect(node.range, {.form = form});
  const std::string* text = word_of(binder, node);
  if (text == nullptr) return false;
  auto value = parse(*text);
  if (!value) {
    binder.bad_value(node.range, *text, form);
    return false;
  }
  out = *std::move(value);
  return true;
}

template <class E>
using WordTable = std::span<const std::pair<std::string_view, E>>;

// One of a few fixed words.
template <class E>
bool read_choice(Binder& binder, const yaml::Node& node, E& out, WordTable<E> table) {
  if (binder.is_indexed()) {
    Expected expected;
    for (const auto& [word, value] : table) expected.words.push_back(word);
    binder.expect(node.range, std::move(expected));
  }
  const std::string* text = word_of(binder, node);
  if (text == nullptr) return false;
  std::vector<std::string_view> words;
  for (const auto& [word, value] : table) {
    if (word == *text) {
      out = value;
      return true;
    }
    words.push_back(word);
  }
  std::string wanted = "one of";
  for (std::size_t i = 0; i < words.size(); ++i) wanted += fmt::format("{} `{}`", i == 0 ? "" : ",", words[i]);
  binder.suggest(binder.bad_value(node.range, *text, wanted), *text, words);
  return false;
}

// A list, of which the good items are kept.
template <auto Read, class T>
bool read_list(Binder& binder, const yaml::Node& node, std::vector<T>& out) {
  const yaml::List* list = node.list();
  if (list == nullptr) {
    binder.wrong_type(node, "a list");
    return false;
  }
  bool good = true;
  const bool outer_is_item = std::exchange(binder.is_item, true);
  const yaml::List* outer_siblings = std::exchange(binder.siblings, list);
  for (const yaml::Node& item : list->items) {
    T value{};
    if (Read(binder, item, value)) {
      out.push_back(std::move(value));
    } else {
      good = false;
    }
  }
  binder.is_item = outer_is_item;
  binder.siblings = outer_siblings;
  return good;
}

// The same, where a single value may stand for a list of one.
template <auto Read, class T>
bool read_one_or_more(Binder& binder, const yaml::Node& node, std::vector<T>& out) {
  if (node.list() != nullptr) return read_list<Read>(binder, node, out);
  T value{};
  if (!Read(binder, node, value)) return false;
  out.push_back(std::move(value));
  return true;
}

// A map of named things: read(binder, entry) makes each.
template <class T, class Reader>
bool read_named(Binder& binder, const yaml::Node& node, std::vector<T>& out, Reader read) {
  const yaml::Map* map = node.map();
  if (map == nullptr) {
    binder.wrong_type(node, "a map of names");
    return false;
  }
  const std::string outer = binder.key;
  const bool outer_is_item = std::exchange(binder.is_item, false);
  const yaml::List* outer_siblings = std::exchange(binder.siblings, nullptr);
  for (const yaml::Entry& entry : map->entries) {
    binder.key = entry.key;
    out.push_back(read(binder, entry));
  }
  binder.key = outer;
  binder.is_item = outer_is_item;
  binder.siblings = outer_siblings;
  return true;
}

template <class Index>
inline constexpr Space kSpaceOf = Space::Party;
template <>
inline constexpr Space kSpaceOf<policy::PersonIndex> = Space::Person;
template <>
inline constexpr Space kSpaceOf<policy::TeamIndex> = Space::Team;
template <>
inline constexpr Space kSpaceOf<policy::CalendarIndex> = Space::Calendar;
template <>
inline constexpr Space kSpaceOf<policy::ActivityIndex> = Space::Activity;
template <>
inline constexpr Space kSpaceOf<policy::CategoryIndex> = Space::Category;
template <>
inline constexpr Space kSpaceOf<policy::SiteIndex> = Space::Site;
template <>
inline constexpr Space kSpaceOf<policy::DepartmentIndex> = Space::Department;
template <>
inline constexpr Space kSpaceOf<policy::AssetClassIndex> = Space::AssetClass;
template <>
inline constexpr Space kSpaceOf<policy::PriorityIndex> = Space::Priority;
template <>
inline constexpr Space kSpaceOf<DecisionIndex> = Space::Decision;
template <>
inline constexpr Space kSpaceOf<PathIndex> = Space::EscalationPath;

// A reference to something declared; `name` is looked up in the index's space.
template <class Index>
bool resolve(Binder& binder, std::string_view name, source::Range at, Ref<Index>& out) {
  out.name = std::string(name);
  out.at = at;
  const auto position = binder.refer(kSpaceOf<Index>, name, at);
  if (!position) {
    binder.unknown_reference(kSpaceOf<Index>, name, at);
    return false;
  }
  out.index = Index{*position};
  return true;
}

template <class Index>
bool read_ref(Binder& binder, const yaml::Node& node, Ref<Index>& out) {
  binder.expect(node.range, {.spaces = {kSpaceOf<Index>}});
  const std::string* text = word_of(binder, node, fmt::format("the name of {}", with_article(kSpaceOf<Index>)));
  return text != nullptr && resolve(binder, *text, node.range, out);
}

bool read_team_or_person(Binder& binder, const yaml::Node& node, TeamOrPerson& out);
// As read_team_or_person, for a name that is known to be a word.
bool resolve_team_or_person(Binder& binder, const std::string& name, source::Range at, TeamOrPerson& out);

}  // namespace tandem::agreement
