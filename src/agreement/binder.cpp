#include "agreement/binder.h"

#include <fmt/format.h>

#include "agreement/amounts.h"
#include "yaml/scalar_text.h"

namespace tandem::agreement {
namespace {

std::string_view written_as(const yaml::Node& node) {
  if (node.map() != nullptr) return "a map";
  if (node.list() != nullptr) return "a list";
  return node.scalar()->style == yaml::Style::Absent ? "left empty" : "a single value";
}

bool is_absent(const yaml::Node& node) {
  return node.scalar() != nullptr && node.scalar()->style == yaml::Style::Absent;
}

// At most this much of the author's text goes into a message.
std::string shortened(std::string_view text) {
  constexpr std::size_t kShown = 60;
  std::string line(text.substr(0, kShown));
  // Cut between characters, not within one.
  while (text.size() > kShown && !line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0) == 0x80)
    line.pop_back();
  if (text.size() > kShown && !line.empty() && static_cast<unsigned char>(line.back()) >= 0xC0) line.pop_back();
  std::ranges::replace_if(line, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text.size() > kShown ? line + "…" : line;
}

// Empty where the text has letters that a name cannot have: what to write for them is the author's to say.
std::string kebab_of(std::string_view text) {
  std::string out;
  if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return out;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper || plain) {
      out.push_back(upper ? static_cast<char>(c - 'A' + 'a') : c);
    } else if (!out.empty() && out.back() != '-') {
      out.push_back('-');
    }
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

}  // namespace

void Binder::wrong_type(const yaml::Node& node, std::string_view wanted) {
  findings.add(
      diag::Kind::WrongType, node.range,
      fmt::format("{}`{}` must be {}, but is {}", is_item ? "an item of " : "", key, wanted, written_as(node)));
}

diag::Finding& Binder::bad_value(source::Range at, std::string_view text, std::string_view wanted) {
  return findings.add(diag::Kind::BadValue, at, fmt::format("`{}` is not {}", shortened(text), wanted));
}

std::optional<diag::Slip> Binder::nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (suggestions_left_ == 0) return std::nullopt;
  --suggestions_left_;
  return diag::nearest_word(word, candidates);
}

void Binder::suggest(diag::Finding& finding, std::string_view word, std::span<const std::string_view> candidates) {
  std::set<std::string_view> taken;
  if (siblings != nullptr) {
    for (const yaml::Node& item : siblings->items) {
      if (const yaml::Scalar* scalar = item.scalar()) taken.insert(scalar->text);
    }
  }
  std::vector<std::string_view> open;
  std::ranges::copy_if(candidates, std::back_inserter(open),
                       [&](auto candidate) { return !taken.contains(candidate); });
  if (const auto near = nearest(word, open))
    finding.suggest(diag::respell(finding.at, *near, yaml::scalar_text(near->word)));
}

void Binder::unknown_reference(Space space, std::string_view name, source::Range at) {
  if (!names.is_complete(space)) return;
  diag::Finding& finding =
      findings.add(diag::Kind::UnknownReference, at, fmt::format("there is no {} `{}`", noun(space), shortened(name)));
  if (const auto other = names.find_elsewhere(space, name)) {
    finding.note(other->at, fmt::format("`{}` is {}, not {}", name, with_article(other->space), with_article(space)));
    return;
  }
  suggest_names(finding, name, std::array{space});
}

void Binder::suggest_names(diag::Finding& finding, std::string_view word, std::span<const Space> spaces) {
  if (suggestions_left_ == 0) return;
  std::vector<std::string_view> candidates;
  for (const Space space : spaces) {
    for (const auto& declared : names.all(space)) candidates.push_back(declared.value);
  }
  suggest(finding, word, candidates);
}

std::optional<std::uint32_t> Binder::refer(Space space, std::string_view name, source::Range at) {
  const auto position = names.find(space, name);
  if (position && index_ != nullptr) index_->symbols.refer(space, name, at);
  return position;
}

void Binder::refer_to_place(std::string_view place, source::Range at) {
  if (index_ == nullptr) return;
  constexpr std::array<std::pair<std::string_view, Space>, 12> kSections = {{{"parties", Space::Party},
                                                                             {"people", Space::Person},
                                                                             {"teams", Space::Team},
                                                                             {"calendars", Space::Calendar},
                                                                             {"holiday_sets", Space::HolidaySet},
                                                                             {"rotations", Space::Rotation},
                                                                             {"asset_classes", Space::AssetClass},
                                                                             {"functions", Space::Activity},
                                                                             {"categories", Space::Category},
                                                                             {"targets", Space::Priority},
                                                                             {"escalations", Space::EscalationPath},
                                                                             {"decisions", Space::Decision}}};
  for (const auto& [section, space] : kSections) {
    const bool within = place.starts_with(section) && place.substr(section.size()).starts_with('.');
    if (!within) continue;
    const std::string_view name = place.substr(section.size() + 1);
    const auto letters = letters_of(place, at);
    if (!letters) return;
    const auto begin = letters->begin + static_cast<std::uint32_t>(section.size() + 1);
    static_cast<void>(refer(space, name, {letters->file, begin, letters->end}));
    return;
  }
  std::optional<Space> only;
  for (const auto& [section, space] : kSections) {
    if (!names.find(space, place)) continue;
    if (only) return;
    only = space;
  }
  if (only) static_cast<void>(refer(*only, place, at));
}

void Binder::index_declarations() {
  if (index_ == nullptr) return;
  for (std::size_t i = 0; i < kSpaces; ++i) {
    const auto space = static_cast<Space>(i);
    for (const auto& name : names.all(space)) index_->symbols.declare(space, name.value, name.at);
  }
}

void Binder::expect_keys(const yaml::Map& map, const Construct& construct) {
  if (index_ == nullptr) return;
  for (const yaml::Entry& entry : map.entries) {
    index_->places.add(KeyPlace{.at = entry.key_range, .key = entry.key, .construct = &construct, .expected = {}});
  }
}

Fields::Fields(Binder& binder, const yaml::Node& node, const Construct& construct, bool (*is_key_too)(std::string_view))
    : binder_(binder), node_(&node), map_(node.map()), at_(node.range), what_(construct.what) {
  const auto keys = construct.keys();
  if (map_ == nullptr) {
    binder_.wrong_type(node, fmt::format("a map with keys such as `{}`", keys.front()));
    return;
  }
  binder_.expect_keys(*map_, construct);
  std::optional<std::vector<std::string_view>> open;  // the keys that are not used: what a slip may have meant
  for (const yaml::Entry& entry : map_->entries) {
    if (std::ranges::find(keys, entry.key) != keys.end() || (is_key_too != nullptr && is_key_too(entry.key))) continue;
    if (!open) {
      open.emplace();
      std::ranges::copy_if(keys, std::back_inserter(*open), [&](auto key) { return node.find(key) == nullptr; });
    }
    diag::Finding& finding = binder_.findings.add(diag::Kind::UnknownKey, entry.key_range,
                                                  fmt::format("unknown key `{}` in {}", shortened(entry.key), what_));
    const auto near = binder_.nearest(entry.key, *open);
    if (!near) continue;
    finding.suggest(diag::respell(entry.key_range, *near, std::string(near->word)));
    if (near->confidence() == diag::Confidence::Sure && !is_absent(entry.value)) {
      meant_.push_back({near->word, &entry});
      std::erase(*open, near->word);
    } else {
      misspelt_.push_back(near->word);
    }
  }
}

const yaml::Entry* Fields::find(std::string_view key) const {
  if (const yaml::Entry* entry = map_ == nullptr ? nullptr : node_->find(key)) {
    return is_absent(entry->value) ? nullptr : entry;
  }
  const auto meant = std::ranges::find(meant_, key, &Meant::key);
  return meant == meant_.end() ? nullptr : meant->entry;
}

bool Fields::is_misspelt(std::string_view key) const {
  return std::ranges::find(misspelt_, key) != misspelt_.end();
}

void Fields::report_missing(std::string_view key) {
  for (const yaml::Entry& entry : map_->entries) {
    if (entry.key != key) continue;
    binder_.findings.add(diag::Kind::MissingKey, entry.key_range, fmt::format("`{}` is left empty", key));
    return;
  }
  binder_.findings.add(diag::Kind::MissingKey, at_, fmt::format("{} lacks the key `{}`", what_, key));
}

void Fields::report_missing_all(std::initializer_list<std::string_view> keys) {
  binder_.findings.add(diag::Kind::MissingKey, at_,
                       fmt::format("{} lacks the key `{}`", what_, fmt::join(keys, "` or `")));
}

const std::string* word_of(Binder& binder, const yaml::Node& node, std::string_view wanted) {
  const yaml::Scalar* scalar = node.scalar();
  if (scalar == nullptr || scalar->style == yaml::Style::Absent) {
    binder.wrong_type(node, wanted);
    return nullptr;
  }
  return &scalar->text;
}

bool read_text(Binder& binder, const yaml::Node& node, std::string& out) {
  const std::string* text = word_of(binder, node, "a text");
  if (text == nullptr) return false;
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
    binder.findings.add(diag::Kind::BadValue, node.range, fmt::format("`{}` is empty", binder.key));
    return false;
  }
  out = *text;
  return true;
}

bool read_located_text(Binder& binder, const yaml::Node& node, Located<std::string>& out) {
  out.at = node.range;
  return read_text(binder, node, out.value);
}

bool read_name(Binder& binder, const yaml::Node& node, Located<std::string>& out) {
  const std::string* text = word_of(binder, node, "a name");
  if (text == nullptr) return false;
  out = {*text, node.range};
  const auto before = binder.findings.all().size();
  check_name(binder, *text, node.range);
  return binder.findings.all().size() == before;
}

bool read_flag(Binder& binder, const yaml::Node& node, bool& out) {
  static constexpr std::array<std::pair<std::string_view, bool>, 2> kWords = {{{"true", true}, {"false", false}}};
  return read_choice<bool>(binder, node, out, kWords);
}

bool read_count(Binder& binder, const yaml::Node& node, std::uint32_t& out) {
  const std::string* text = word_of(binder, node, "a number");
  if (text == nullptr) return false;
  constexpr std::size_t kDigits = 6;
  const bool digits = !text->empty() && std::ranges::all_of(*text, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || text->size() > kDigits) {
    binder.bad_value(node.range, *text, "a whole number from 0 to 999999");
    return false;
  }
  out = 0;
  for (const char c : *text) out = out * 10 + static_cast<std::uint32_t>(c - '0');
  return true;
}

void check_name(Binder& binder, std::string_view name, source::Range at) {
  if (is_kebab_case(name)) return;
  diag::Finding& finding =
      binder.bad_value(at, name, "a name: names are lower-case letters, digits and single hyphens, at most 64");
  const std::string kebab = kebab_of(name);
  if (is_kebab_case(kebab)) finding.suggest(fmt::format("write `{}`", kebab));
}

bool resolve_team_or_person(Binder& binder, const std::string& name, source::Range at, TeamOrPerson& out) {
  out.name = name;
  out.at = at;
  if (const auto team = binder.refer(Space::Team, name, at)) {
    out.team = {*team};
    return true;
  }
  if (const auto person = binder.refer(Space::Person, name, at)) {
    out.person = {*person};
    return true;
  }
  if (!binder.names.is_complete(Space::Team) || !binder.names.is_complete(Space::Person)) return false;
  diag::Finding& finding = binder.findings.add(diag::Kind::UnknownReference, at,
                                               fmt::format("there is no team or person `{}`", shortened(name)));
  if (const auto other = binder.names.find_elsewhere(Space::Team, name)) {
    finding.note(other->at, fmt::format("`{}` is {}, not a team or a person", name, with_article(other->space)));
    return false;
  }
  binder.suggest_names(finding, name, std::array{Space::Team, Space::Person});
  return false;
}

bool read_team_or_person(Binder& binder, const yaml::Node& node, TeamOrPerson& out) {
  binder.expect(node.range, {.spaces = {Space::Team, Space::Person}});
  const std::string* text = word_of(binder, node, "the name of a team or a person");
  return text != nullptr && resolve_team_or_person(binder, *text, node.range, out);
}

}  // namespace tandem::agreement
