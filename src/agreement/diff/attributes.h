// What an agreement says of a thing, as names and words: the form in which two texts are held against each other. Each
// noun has a file that writes its things down so (describe_*); here they are compared.
//
//   const Described team{"desk", at, {{"members", "priya, sam"}, {"hours", "always"}}};
//
// Words of the old text are given with the names that things have afterwards, so that a rename changes nothing but the
// name. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agreement/diff/naming.h"

namespace tandem::agreement::diff {

struct Attribute {
  std::string name;   // "deputy"
  std::string words;  // "sam"; empty: the text does not say
};

struct Described {
  std::string name;  // as things are called afterwards
  source::Range at{};
  std::vector<Attribute> attributes{};  // always the same ones in the same order for one noun
};

// A text, and how its names read afterwards.
class Reading {
 public:
  // The text of afterwards, or of before (with the naming). What is passed outlives the reading.
  explicit Reading(const Agreement& after) : agreement_(&after) {}
  Reading(const Agreement& before, const Naming& naming) : agreement_(&before), naming_(&naming) {}

  [[nodiscard]] const Agreement& agreement() const { return *agreement_; }
  [[nodiscard]] const std::string& name(Space space, const std::string& written) const {
    return naming_ == nullptr ? written : naming_->name_after(space, written);
  }
  [[nodiscard]] std::string name(const TeamOrPerson& one) const {
    return name(one.team.is_none() ? Space::Person : Space::Team, one.name);
  }
  template <class Ref>
  [[nodiscard]] std::string name(Space space, const Field<Ref>& field) const {
    return field.good() ? name(space, field.value.name) : std::string();
  }
  // "a, b": in the order of the text.
  template <class Ref>
  [[nodiscard]] std::string names(Space space, const std::vector<Ref>& refs) const {
    std::string out;
    for (const Ref& ref : refs) append(out, name(space, ref.name));
    return out;
  }
  [[nodiscard]] std::string names(const std::vector<TeamOrPerson>& refs) const {
    std::string out;
    for (const TeamOrPerson& ref : refs) append(out, name(ref));
    return out;
  }

  static void append(std::string& list, std::string_view word) {
    if (!list.empty()) list += ", ";
    list += word;
  }

 private:
  const Agreement* agreement_;
  const Naming* naming_ = nullptr;
};

// Parts of the text, in the order in which a reader is told of them.
enum class Topic : std::uint8_t {
  Agreement,
  Parties,
  People,
  Teams,
  Calendars,
  Rotations,
  Leave,
  Things,  // sites, departments, asset classes
  Activities,
  Categories,
  Routing,
  Targets,
  Escalations,
  Handoffs,
  Decisions,
  Scenarios,
  Scope,
  Communication,
  Cost,
  Controls,
  Freezes,
  Confidential,
  Trial,
  Exceptions,
};
[[nodiscard]] std::string_view to_text(Topic topic);  // "teams"

// One thing that the texts say differently, or several that differ in the same way.
struct TextChange {
  Topic topic{};
  std::string words;                      // "activities backup.monitoring and backup.restore-test: deputy sam → otto"
  std::optional<source::Range> before{};  // of the first of them, in the old text; nothing where it is new
  std::optional<source::Range> after{};
};

// Nouns as people call one and several of them: {"activity", "activities"}.
struct Noun {
  std::string_view one;
  std::string_view many;
};

// Things are the same where their names are. Equal changes of several things are told together.
[[nodiscard]] std::vector<TextChange> compare(Topic topic, Noun noun, const std::vector<Described>& before,
                                              const std::vector<Described>& after);

// The whole content as one text, for finding what was renamed.
[[nodiscard]] std::string content(const Described& thing);

}  // namespace tandem::agreement::diff
