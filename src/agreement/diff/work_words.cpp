#include "agreement/diff/work_words.h"

#include <fmt/format.h>

#include "agreement/diff/listing.h"
#include "agreement/diff/rounding.h"
#include "policy/work_words.h"

namespace tandem::agreement::diff {

using proof::Bits;
using proof::Box;

namespace {

// The names of a column's choice, or of what it leaves out where that is less.
struct Chosen {
  std::vector<std::string> names;
  bool left_out = false;
};

template <class NameOf>
std::optional<Chosen> chosen(const Bits& bits, NameOf name_of) {
  const std::size_t count = bits.count();
  if (count == bits.size()) return std::nullopt;
  Chosen out{.names = {}, .left_out = count * 2 > bits.size() && bits.size() - count < count};
  for (std::size_t i = 0; i < bits.size(); ++i) {
    if (bits.has(i) != out.left_out) out.names.push_back(name_of(i));
  }
  return out;
}

void append(std::string& words, std::string_view more) {
  if (!words.empty()) words += ' ';
  words += more;
}

}  // namespace

std::string WorkWords::what(const Box& box) const {
  const auto names = [&](std::size_t column) {
    return chosen(std::get<Bits>(box[column]), [&](std::size_t i) { return work_->values(column)[i].name; });
  };
  const auto priority = names(JointWork::kPriority);
  const auto category = names(JointWork::kCategory);
  std::string words;
  if (priority && !priority->left_out) append(words, listing(priority->names));
  if (!category) {
    append(words, words.empty() ? "all work" : "work");
  } else if (category->left_out) {
    append(words, (words.empty() ? "all work but " : "work but ") + listing(category->names));
  } else {
    append(words, listing(category->names));
  }
  if (priority && priority->left_out) words += fmt::format(" (not {})", listing(priority->names, "or"));
  return words;
}

std::string WorkWords::where(const Box& box) const {
  struct Fact {
    std::size_t column;
    std::string_view in, not_in, unknown;
  };
  static constexpr std::array<Fact, 3> kFacts{
      {{JointWork::kSite, "at", "anywhere but at", "a site that is not known"},
       {JointWork::kDepartment, "for", "for all but", "a department that is not known"},
       {JointWork::kAssetClass, "on", "on anything but", "a thing of no known class"}}};
  std::string words;
  for (const Fact& fact : kFacts) {
    const auto name = [&](std::size_t i) {
      const std::string& known = work_->values(fact.column)[i].name;
      return known.empty() ? std::string(fact.unknown) : known;
    };
    if (const auto found = chosen(std::get<Bits>(box[fact.column]), name))
      append(words, fmt::format("{} {}", found->left_out ? fact.not_in : fact.in, listing(found->names, "or")));
  }
  const auto requester = [](std::size_t i) {
    return std::string(policy::to_text(static_cast<policy::RequesterKind>(i)));
  };
  if (const auto found = chosen(std::get<Bits>(box[JointWork::kRequester]), requester))
    append(words, fmt::format("from {} requesters", listing(found->names)));
  const auto source = [](std::size_t i) { return std::string(policy::to_text(static_cast<policy::WorkSource>(i))); };
  if (const auto found = chosen(std::get<Bits>(box[JointWork::kSource]), source))
    append(words, fmt::format("{} {}", found->left_out ? "not by" : "by", listing(found->names, "or")));
  return words;
}

std::string WorkWords::loads(const Box& box) const {
  std::string words;
  for (std::size_t i = 0; i < work_->loads().size(); ++i) {
    const LoadColumn& load = work_->loads()[i];
    const proof::Span span = std::get<proof::Span>(box[JointWork::kFirstLoad + i]);
    if (span.from == 0 && span.to == load.end) continue;
    std::string number = span.to == load.end        ? fmt::format("{} or more", span.from)
                         : span.from == 0           ? fmt::format("fewer than {}", span.to)
                         : span.from + 1 == span.to ? fmt::format("{}", span.from)
                                                    : fmt::format("{} to {}", span.from, span.to - 1);
    append(words, fmt::format("{}{} has {} open items{}", words.empty() ? "while " : "and ",
                              work_->sides().team(load.team).name, number, load.per_person ? " per person" : ""));
  }
  return words;
}

void WorkWords::add_facts(const Box& box, std::string& words) const {
  if (const std::string more = where(box); !more.empty()) append(words, more);
  if (const std::string load = loads(box); !load.empty()) append(words, load);
}

void WorkWords::add_when(const Box& box, std::string& words) {
  constexpr std::string_view kWhile = "while ";
  const std::string_view told = when(box);
  if (told.empty()) return;
  const bool goes_on = !loads(box).empty() && told.starts_with(kWhile);
  append(words, goes_on ? fmt::format("and {}", told.substr(kWhile.size())) : std::string(told));
}

std::string WorkWords::work(const Box& box) const {
  std::string words = what(box);
  add_facts(box, words);
  return words;
}

const std::string& WorkWords::when(const Box& box) {
  return moments_.of(std::get<Bits>(box[JointWork::kMoment]));
}

std::string WorkWords::of(const Box& box) {
  std::string words = work(box);
  add_when(box, words);
  return words;
}

std::string WorkWords::of_exception(const Box& part, const Box& whole) {
  Box told = part;
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (part[i] == whole[i]) told[i] = full_choice(work_->columns()[i]);
  }
  const bool any_work = is_full(told[JointWork::kCategory], work_->columns()[JointWork::kCategory]) &&
                        is_full(told[JointWork::kPriority], work_->columns()[JointWork::kPriority]);
  std::string words = any_work ? std::string() : what(told);
  add_facts(told, words);
  add_when(told, words);
  return words;
}

}  // namespace tandem::agreement::diff
