#include "draft/layer_set.h"

#include <algorithm>
#include <map>

#include "base/check.h"
#include "draft/built_in.h"

namespace tandem::draft {
namespace {

// A need that every agreement has, or every one with the layer `of`.
struct Need {
  std::string name;
  std::string of;  // empty: every agreement
  std::string default_layer;
};

std::vector<Need> read_needs(const yaml::Node& root) {
  const yaml::Entry* entry = root.find("needs");
  TANDEM_CHECK(entry != nullptr && entry->value.map() != nullptr);
  std::vector<Need> needs;
  for (const yaml::Entry& one : entry->value.map()->entries) {
    if (one.value.scalar() != nullptr) {
      needs.push_back({.name = one.key, .of = "", .default_layer = one.value.scalar()->text});
    } else {
      needs.push_back(
          {.name = one.key, .of = word_under(one.value, "of"), .default_layer = word_under(one.value, "default")});
    }
  }
  return needs;
}

class LayerSet {
 public:
  void add(const std::string& name) {
    if (layers_.contains(name)) return;
    const Layer& layer = layers_.emplace(name, built_in_layer(name)).first->second;
    for (const std::string& need : layer.provides) {
      const bool is_only_one = provided_.emplace(need, name).second;
      TANDEM_ENSURE(is_only_one);
    }
    for (const std::string& other : layer.requires_) add(other);
  }

  [[nodiscard]] bool has(const std::string& name) const { return layers_.contains(name); }
  [[nodiscard]] bool provides(const std::string& need) const { return provided_.contains(need); }

  [[nodiscard]] std::vector<Layer> in_order(std::span<const std::string> order) {
    std::vector<Layer> out;
    for (const std::string& name : order) {
      const auto found = layers_.find(name);
      if (found != layers_.end()) out.push_back(std::move(found->second));
    }
    TANDEM_CHECK(out.size() == layers_.size());
    return out;
  }

 private:
  std::map<std::string, Layer> layers_;
  std::map<std::string, std::string> provided_;  // need → layer
};

}  // namespace

std::vector<Layer> complete_layers(std::span<const std::string> chosen) {
  const yaml::Node& root = built_in_tree("arrangements").root;
  LayerSet set;
  for (const std::string& name : chosen) set.add(name);
  for (const Need& need : read_needs(root)) {
    if (!set.provides(need.name) && (need.of.empty() || set.has(need.of))) set.add(need.default_layer);
  }
  return set.in_order(words_under(root, "layers"));
}

}  // namespace tandem::draft
