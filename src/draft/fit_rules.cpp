#include "draft/fit_rules.h"

#include <charconv>

#include "base/check.h"
#include "draft/built_in.h"

namespace tandem::draft {
namespace {

int number_under(const yaml::Node& node, std::string_view key) {
  const std::string word = word_under(node, key);
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  TANDEM_CHECK(error == std::errc() && end == word.data() + word.size());
  return value;
}

const yaml::Node& part(const yaml::Node& root, std::string_view key) {
  const yaml::Entry* entry = root.find(key);
  TANDEM_CHECK(entry != nullptr);
  return entry->value;
}

std::vector<FitRule> rules_under(const yaml::Node& root, std::string_view key) {
  std::vector<FitRule> rules;
  for (const yaml::Node& item : part(root, key).list()->items) {
    rules.push_back({.of = word_under(item, "of"),
                     .when = condition_under(item, "when"),
                     .because = word_under(item, "because"),
                     .what_to_do = word_under(item, "do")});
  }
  return rules;
}

FitRules read_rules() {
  const yaml::Node& root = built_in_tree("fit_weights").root;
  FitRules rules;
  for (const yaml::Entry& entry : part(root, "verdicts").map()->entries) {
    rules.ways.push_back({.name = entry.key,
                          .title = word_under(entry.value, "title"),
                          .words = word_under(entry.value, "words"),
                          .next = word_under(entry.value, "next")});
  }
  rules.enough = static_cast<std::size_t>(number_under(root, "enough"));
  for (const yaml::Entry& entry : part(root, "weights").map()->entries) {
    std::vector<WeightLine> lines;
    for (const yaml::Node& item : entry.value.list()->items) {
      WeightLine line{.is = {.question = entry.key, .ways = words_under(item, "is")},
                      .because = word_under(item, "because"),
                      .points = {}};
      for (const FitWay& way : rules.ways) line.points.push_back(number_under(item, way.name));
      lines.push_back(std::move(line));
    }
    rules.weights.emplace_back(entry.key, std::move(lines));
  }
  rules.excluded = rules_under(root, "excluded");
  rules.first = rules_under(root, "first");
  rules.contradictions = rules_under(root, "contradictions");
  for (const yaml::Node& item : part(root, "templates").list()->items)
    rules.templates.push_back({.name = word_under(item, "name"), .when = condition_under(item, "when")});
  return rules;
}

}  // namespace

const FitRules& fit_rules() {
  static const FitRules rules = read_rules();
  return rules;
}

}  // namespace tandem::draft
