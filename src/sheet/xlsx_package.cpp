#include "sheet/xlsx_package.h"

namespace tandem::sheet {

void RelationshipsHandler::start(std::string_view name, const XmlAttributes& attributes) {
  if (name != "Relationship" || attributes["TargetMode"] == "External") return;
  const std::string_view type = attributes["Type"];
  const std::string_view target = attributes["Target"];
  by_id.emplace(attributes["Id"], target);
  by_type.emplace(type.substr(type.rfind('/') + 1), target);
}

void WorkbookHandler::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "sheet") {
    const std::string_view state = attributes["state"];
    sheets.push_back({.name = std::string(attributes["name"]),
                      .relationship = std::string(attributes["id"]),
                      .hidden = state == "hidden" || state == "veryHidden"});
  } else if (name == "workbookPr") {
    since_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
  }
}

std::string relationships_of(std::string_view part) {
  const std::size_t folder = part.rfind('/') + 1;  // npos + 1 is 0
  return fmt::format("{}_rels/{}.rels", part.substr(0, folder), part.substr(folder));
}

std::string resolve(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder(part.substr(0, part.rfind('/') + 1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t up = folder.size() < 2 ? std::string::npos : folder.rfind('/', folder.size() - 2);
    folder.resize(up == std::string::npos ? 0 : up + 1);
  }
  return folder + std::string(target);
}

}  // namespace tandem::sheet
