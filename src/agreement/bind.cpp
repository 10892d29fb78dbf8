#include "agreement/bind.h"

#include "agreement/limits.h"
#include "agreement/sections.h"

namespace tandem::agreement {
namespace {

struct NamedSection {
  std::string_view key;
  Space space;
  bool required;
};
constexpr std::array<NamedSection, 10> kNamedSections = {{{"parties", Space::Party, true},
                                                          {"holiday_sets", Space::HolidaySet, false},
                                                          {"calendars", Space::Calendar, true},
                                                          {"people", Space::Person, true},
                                                          {"teams", Space::Team, true},
                                                          {"asset_classes", Space::AssetClass, false},
                                                          {"targets", Space::Priority, true},
                                                          {"escalations", Space::EscalationPath, false},
                                                          {"decisions", Space::Decision, false},
                                                          {"rotations", Space::Rotation, false}}};

// The parts of the tree whose names are made of several keys, in declaration order.
struct CategorySource {
  std::string name;
  source::Range at;
  const yaml::Node* activity;
};
struct ActivitySource {
  std::size_t function;
  std::string name;
  const yaml::Entry* entry;
};

class AgreementBinder {
 public:
  AgreementBinder(const yaml::Node& root, bool complete, diag::Findings& findings, TextIndex* index)
      : binder_(findings, index), root_(root), complete_(complete), fields_(binder_, root, vocabulary::kAgreement) {}

  Agreement bind() {
    const auto& entries = root_.map()->entries;
    agreement_.at = entries.empty() ? root_.range : entries.front().key_range;
    if (const auto* engagement = fields_.find("engagement")) agreement_.at = engagement->key_range;
    fields_.place_at(agreement_.at);
    agreement_.room = fields_.room();
    note_sections();
    declare_all();
    bind_head();
    bind_parties();
    bind_matrix();
    bind_service();
    bind_governance();
    return std::move(agreement_);
  }

 private:
  // What is there, before its content is read; a misspelt section is there as well, but Wrong.
  void note_sections() {
    for (const std::string_view key : vocabulary::kAgreement.keys()) {
      if (const auto* entry = fields_.find(key)) {
        agreement_.sections.emplace(key, Section{Presence::Good, entry->key_range});
      } else if (fields_.is_misspelt(key)) {
        agreement_.sections.emplace(key, Section{Presence::Wrong, agreement_.at});
      }
    }
  }

  template <class T>
  void settle(std::string_view key, const Field<T>& field) {
    if (field.presence != Presence::Wrong) return;
    agreement_.sections.try_emplace(std::string(key), Section{Presence::Wrong, agreement_.at}).first->second.presence =
        Presence::Wrong;
  }

  // ---- names ----

  // The section's map, or null; what cannot be read makes its names unknowable.
  const yaml::Map* section_map(std::string_view key, Space space, bool required) {
    const yaml::Entry* entry = fields_.find(key);
    if (!complete_ || (entry == nullptr && (required || fields_.is_misspelt(key)))) binder_.names.set_incomplete(space);
    if (entry == nullptr) return nullptr;
    if (entry->value.map() == nullptr) binder_.names.set_incomplete(space);
    return entry->value.map();
  }

  void declare_all() {
    for (const auto& section : kNamedSections) {
      const yaml::Map* map = section_map(section.key, section.space, section.required);
      if (map == nullptr) continue;
      for (const yaml::Entry& entry : map->entries) binder_.names.declare(section.space, entry.key, entry.key_range);
    }
    for (const std::string_view word : {"lead", "on-duty", "nobody", "closest", "surge", "default"}) forbid(word);
    forbid_shared_names();
    declare_list("sites", Space::Site, agreement_.sites);
    declare_list("departments", Space::Department, agreement_.departments);
    declare_activities();
    if (const yaml::Map* map = section_map("categories", Space::Category, true)) declare_categories(*map, "");
    binder_.index_declarations();
  }

  // Words that mean something where a team or a person may stand.
  void forbid(std::string_view word) {
    for (const Space space : {Space::Team, Space::Person, Space::Party, Space::Priority}) {
      const auto position = binder_.names.find(space, word);
      const bool means_something = space != Space::Priority || word == "default";
      if (!position || !means_something) continue;
      binder_.findings.add(diag::Kind::BadValue, binder_.names.all(space)[*position].at,
                           fmt::format("`{}` cannot name {}: the language uses the word", word, with_article(space)));
    }
  }

  // `tell: desk` must mean one thing.
  void forbid_shared_names() {
    for (const auto& team : binder_.names.all(Space::Team)) {
      const auto person = binder_.names.find(Space::Person, team.value);
      if (!person) continue;
      binder_.findings.add(diag::Kind::DuplicateKey, team.at, fmt::format("`{}` names a person and a team", team.value))
          .note(binder_.names.all(Space::Person)[*person].at, "the person is declared here");
    }
  }

  void declare_list(std::string_view key, Space space, std::vector<Located<std::string>>& out) {
    const yaml::Entry* entry = fields_.find(key);
    if (!complete_ || fields_.is_misspelt(key)) binder_.names.set_incomplete(space);
    if (entry == nullptr) return;
    binder_.key = key;
    std::vector<Located<std::string>> names;
    if (!read_list<read_name>(binder_, entry->value, names)) binder_.names.set_incomplete(space);
    if (entry->value.list() == nullptr) return;
    std::vector<source::Range> items;
    for (const yaml::Node& item : entry->value.list()->items) items.push_back(item.range);
    std::size_t item = 0;
    for (auto& name : names) {
      while (items[item] != name.at) ++item;  // items that are no names were left out
      if (binder_.names.declare(space, name.value, name.at)) {
        out.push_back(std::move(name));
        continue;
      }
      const auto first = *binder_.names.find(space, name.value);
      auto& finding = binder_.findings.add(diag::Kind::DuplicateKey, name.at,
                                           fmt::format("the {} `{}` stands twice", noun(space), name.value));
      finding.note(binder_.names.all(space)[first].at, "it stands here first");
      suggest_without(finding, items, item);
    }
  }

  void declare_activities() {
    const yaml::Map* functions = section_map("functions", Space::Activity, true);
    if (functions == nullptr) return;
    for (std::size_t i = 0; i < functions->entries.size(); ++i) {
      const yaml::Entry& function = functions->entries[i];
      binder_.names.declare(Space::Function, function.key, function.key_range);
      const yaml::Entry* activities = function.value.find("activities");
      if (activities == nullptr || activities->value.map() == nullptr) {
        binder_.names.set_incomplete(Space::Activity);
        continue;
      }
      for (const yaml::Entry& activity : activities->value.map()->entries) {
        std::string name = fmt::format("{}.{}", function.key, activity.key);
        if (binder_.names.declare(Space::Activity, name, activity.key_range)) {
          activities_.push_back({i, std::move(name), &activity});
        }
      }
    }
  }

  // Categories may be grouped in maps: a leaf's name is the keys on the way to it, joined by dots. The depth is
  // bounded by what the tree may have.
  void declare_categories(const yaml::Map& map, const std::string& prefix) {
    for (const yaml::Entry& entry : map.entries) {
      check_name(binder_, entry.key, entry.key_range);
      const std::string name = prefix.empty() ? entry.key : fmt::format("{}.{}", prefix, entry.key);
      if (const yaml::Map* group = entry.value.map()) {
        binder_.names.declare(Space::CategoryGroup, name, entry.key_range);
        if (group->entries.empty()) {
          binder_.findings.add(diag::Kind::BadValue, entry.key_range, fmt::format("`{}` holds no category", name));
        }
        declare_categories(*group, name);
      } else if (binder_.names.declare(Space::Category, name, entry.key_range)) {
        categories_.push_back({name, entry.key_range, &entry.value});
      }
    }
  }

  // ---- sections ----

  template <class T, class Reader>
  void required(std::string_view key, Field<T>& into, Reader read) {
    if (complete_) {
      fields_.required(key, into, read);
    } else {
      fields_.optional(key, into, read);
    }
  }

  template <class T, class Reader>
  void named(std::string_view key, std::vector<T>& out, Reader read) {
    const auto all = [&](Binder& b, const yaml::Node& node, std::vector<T>& into) {
      return read_named(b, node, into, read);
    };
    Field<std::vector<T>> field;
    const auto section = std::ranges::find(kNamedSections, key, &NamedSection::key);
    if (section != kNamedSections.end() && section->required) {
      required(key, field, all);
    } else {
      fields_.optional(key, field, all);
    }
    settle(key, field);
    out = std::move(field.value);
  }

  template <auto Read, class T>
  void listed(std::string_view key, std::vector<T>& out) {
    Field<std::vector<T>> field;
    fields_.optional(key, field, read_list<Read, T>);
    out = std::move(field.value);
  }

  void bind_head() {
    Field<std::string> version;
    required("tandem", version, [](Binder& b, const yaml::Node& node, std::string& out) {
      if (!read_text(b, node, out)) return false;
      if (out == "1") return true;
      b.findings.add(diag::Kind::BadValue, node.range, "this program reads version 1 of the language")
          .suggest({.words = "write `tandem: 1`", .edits = {{node.range, "1"}}});
      return false;
    });
    required("engagement", agreement_.engagement, [](Binder& b, const yaml::Node& node, std::string& out) {
      Located<std::string> name;
      const bool good = read_name(b, node, name);
      out = name.value;
      return good;
    });
    required("name", agreement_.name, read_text);
    required("time_zone", agreement_.time_zone, read_time_zone);
    required("effective", agreement_.effective, read_date);
    fields_.optional("review", agreement_.review, read_review);
  }

  void bind_parties() {
    named("parties", agreement_.parties, bind_party);
    named("holiday_sets", agreement_.holiday_sets, bind_holiday_set);
    make_holiday_sets(binder_, agreement_.holiday_sets, agreement_.section("holiday_sets").at);
    named("calendars", agreement_.calendars, bind_calendar);
    check_calendar_limits(binder_, agreement_.calendars, agreement_.section("calendars").at);
    named("people", agreement_.people, bind_person);
    named("teams", agreement_.teams, bind_team);
    named("rotations", agreement_.rotations, bind_rotation);
    check_rotations(binder_, agreement_.rotations, agreement_.teams);
    listed<read_leave>("leave", agreement_.leave);
  }

  void bind_matrix() {
    named("asset_classes", agreement_.asset_classes, bind_asset_class);
    Field<std::vector<Function>> functions;
    required("functions", functions, [](Binder& b, const yaml::Node& node, std::vector<Function>& out) {
      return read_named(b, node, out, bind_function);
    });
    settle("functions", functions);
    agreement_.functions = std::move(functions.value);
    for (const ActivitySource& source : activities_) {
      binder_.key = source.entry->key;
      Activity activity = bind_activity(binder_, *source.entry);
      activity.name = source.name;
      activity.function = source.function;
      agreement_.functions[source.function].activities.push_back(agreement_.activities.size());
      agreement_.activities.push_back(std::move(activity));
    }
    if (const auto* entry = fields_.find("categories"); entry != nullptr && entry->value.map() == nullptr) {
      binder_.key = "categories";
      binder_.wrong_type(entry->value, "a map of names");
      agreement_.sections["categories"].presence = Presence::Wrong;
    }
    if (const auto* entry = fields_.find("categories")) agreement_.categories_room = room_in(entry->value);
    for (const CategorySource& source : categories_) {
      Category category{.name = {source.name, source.at}, .activity = {}};
      binder_.key = source.name;
      category.activity.at = source.activity->range;
      const bool good = read_ref(binder_, *source.activity, category.activity.value);
      category.activity.presence = good ? Presence::Good : Presence::Wrong;
      agreement_.categories.push_back(std::move(category));
    }
  }

  void bind_service() {
    const auto* routing = fields_.find("routing");
    const std::size_t rules =
        routing != nullptr && routing->value.list() != nullptr ? routing->value.list()->items.size() : 0;
    check_count("routing", "rules", rules, kRules);
    if (rules <= kRules) {
      listed<read_rule>("routing", agreement_.routing);
    }
    named("targets", agreement_.targets, bind_target);
    if (const auto* entry = fields_.find("targets");
        entry != nullptr && agreement_.targets.empty() && entry->value.map() != nullptr) {
      binder_.findings.add(diag::Kind::MissingKey, entry->key_range, "`targets` names no priority");
    }
    check_count("targets", "priorities", agreement_.targets.size(), kPriorities);
    named("escalations", agreement_.escalations, bind_escalation);
    check_paths();
    fields_.optional("handoffs", agreement_.handoffs, read_handoffs);
    fields_.optional("disputes", agreement_.disputes, read_disputes);
    listed<read_expectation>("expect", agreement_.expect);
  }

  void check_count(std::string_view section, std::string_view what, std::size_t count, std::size_t most) {
    const auto* entry = fields_.find(section);
    if (entry == nullptr || count <= most) return;
    binder_.findings.add(diag::Kind::TooLarge, entry->key_range,
                         fmt::format("`{}` has {} {}: an agreement has at most {}", section, count, what, most));
  }

  // A path that no priority takes and no step goes on to is most likely a priority's name, misspelt.
  void check_paths() {
    std::set<std::string_view> continued;
    for (const EscalationPath& path : agreement_.escalations) {
      for (const EscalationStep& step : path.steps.value) {
        if (step.then.good()) continued.insert(step.then.value.name);
      }
    }
    for (const EscalationPath& path : agreement_.escalations) {
      const std::string& name = path.key.value;
      if (binder_.refer(Space::Priority, name, path.key.at)) continue;
      if (name == "default" || continued.contains(name)) continue;
      binder_.unknown_reference(Space::Priority, name, path.key.at);
    }
    std::size_t steps = 0;
    for (const EscalationPath& path : agreement_.escalations) steps += path.steps.value.size();
    check_count("escalations", "steps", steps, kEscalationSteps);
  }

  void bind_governance() {
    named("decisions", agreement_.decisions, bind_decision);
    named("scenarios", agreement_.scenarios, bind_scenario);
    fields_.optional("scope", agreement_.scope, read_scope);
    fields_.optional("communication", agreement_.communication, read_communication);
    fields_.optional("cost", agreement_.cost, read_cost);
    named("frameworks", agreement_.frameworks, bind_framework);
    listed<read_freeze>("freezes", agreement_.freezes);
    named("confidential", agreement_.confidential, bind_confidential);
    fields_.optional("trial", agreement_.trial, read_trial);
    listed<read_exception>("exceptions", agreement_.exceptions);
  }

  Binder binder_;
  const yaml::Node& root_;
  bool complete_;
  Fields fields_;
  Agreement agreement_;
  std::vector<ActivitySource> activities_;
  std::vector<CategorySource> categories_;
};

}  // namespace

Agreement bind(const yaml::Node& root, bool complete, diag::Findings& findings, TextIndex* index) {
  return AgreementBinder(root, complete, findings, index).bind();
}

}  // namespace tandem::agreement
