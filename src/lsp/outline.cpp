#include "lsp/outline.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "lsp/rpc.h"
#include "yaml/node.h"

namespace tandem::lsp {
namespace {

// The protocol's numbers for the little pictures.
enum class Picture : int { Module = 2, Namespace = 3, Method = 6, Property = 7, Object = 19, Event = 24 };

struct Thing {
  std::string name;
  std::string detail{};
  Picture picture{};
  source::Range whole{};
  source::Range name_at{};
  std::vector<Thing> children{};
};

std::string first_line(std::string_view text) {
  constexpr std::size_t kShown = 80;
  text = text.substr(0, text.find_first_of("\r\n"));
  if (text.size() <= kShown) return std::string(text);
  std::size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

class Outline {
 public:
  explicit Outline(std::string_view text) : text_(text) {}

  Thing entry(const yaml::Entry& entry, Picture picture) {
    Thing thing{.name = entry.key.empty() ? "(no name)" : entry.key, .picture = picture};
    thing.whole = {entry.key_range.file, entry.key_range.begin, std::max(entry.key_range.end, entry.value.range.end)};
    thing.name_at = entry.key_range;
    if (entry.value.scalar() != nullptr) {
      thing.detail = first_line(text_.substr(entry.value.range.begin, entry.value.range.end - entry.value.range.begin));
    }
    return thing;
  }

  std::vector<Thing> members(const yaml::Entry& section) {
    std::vector<Thing> all;
    if (const auto* map = section.value.map()) {
      for (const auto& member : map->entries) {
        const bool is_function = section.key == "functions";
        all.push_back(entry(member, is_function ? Picture::Module : Picture::Object));
        const auto* activities = is_function ? member.value.find("activities") : nullptr;
        if (activities == nullptr || activities->value.map() == nullptr) continue;
        for (const auto& activity : activities->value.map()->entries) {
          all.back().children.push_back(entry(activity, Picture::Method));
        }
      }
    } else if (const auto* list = section.value.list()) {
      for (std::size_t i = 0; i < list->items.size(); ++i) all.push_back(item(list->items[i], i));
    }
    return all;
  }

 private:
  // Rules and freezes have names; other items are told by how they begin.
  Thing item(const yaml::Node& node, std::size_t position) {
    Thing thing{.name = fmt::format("{}", position + 1), .picture = Picture::Event};
    thing.whole = node.range;
    thing.name_at = node.range;
    const auto* name = node.map() == nullptr ? nullptr : node.find("name");
    if (name != nullptr && name->value.scalar() != nullptr && !name->value.scalar()->text.empty()) {
      thing.name = name->value.scalar()->text;
      thing.name_at = name->value.range;
    } else if (const auto* scalar = node.scalar(); scalar != nullptr && !scalar->text.empty()) {
      thing.name = scalar->text;
    } else {
      thing.detail = first_line(text_.substr(node.range.begin, node.range.end - node.range.begin));
    }
    return thing;
  }

  std::string_view text_;
};

class Writer {
 public:
  Writer(const OpenDocument& document, const Client& client)
      : document_(document), client_(client), lines_(document.document.text()) {}

  json::Array tree(const std::vector<Thing>& things) const {
    json::Array all;
    for (const Thing& thing : things) {
      json::Object symbol{{"name", thing.name},
                          {"kind", static_cast<int>(thing.picture)},
                          {"range", to_json(span(thing.whole))},
                          {"selectionRange", to_json(span(thing.name_at))},
                          {"children", tree(thing.children)}};
      if (!thing.detail.empty()) symbol["detail"] = thing.detail;
      all.push_back(std::move(symbol));
    }
    return all;
  }

  void list(const std::vector<Thing>& things, std::string_view within, json::Array& all) const {
    for (const Thing& thing : things) {
      json::Object symbol{{"name", thing.name},
                          {"kind", static_cast<int>(thing.picture)},
                          {"location", {{"uri", document_.uri}, {"range", to_json(span(thing.whole))}}}};
      if (!within.empty()) symbol["containerName"] = within;
      all.push_back(std::move(symbol));
      list(thing.children, thing.name, all);
    }
  }

 private:
  [[nodiscard]] Span span(source::Range range) const {
    return {lines_.position(range.begin, client_.encoding), lines_.position(range.end, client_.encoding)};
  }
  const OpenDocument& document_;
  const Client& client_;
  LineIndex lines_;
};

}  // namespace

json::Value outline(const OpenDocument& document, const Client& client) {
  source::SourceMap sources;
  diag::Findings findings;
  const auto root = yaml::parse(sources, sources.add("text", document.document.text()), findings);
  json::Array all;
  if (!root || root->map() == nullptr) return all;
  Outline outline(document.document.text());
  std::vector<Thing> things;
  for (const auto& section : root->map()->entries) {
    const bool is_section = section.value.scalar() == nullptr;
    things.push_back(outline.entry(section, is_section ? Picture::Namespace : Picture::Property));
    things.back().children = outline.members(section);
  }
  const Writer writer(document, client);
  if (client.hierarchical_symbols) return writer.tree(things);
  writer.list(things, "", all);
  return all;
}

}  // namespace tandem::lsp
