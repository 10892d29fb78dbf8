// The parts of an XLSX that say where the others are: relationships (ECMA-376 part 2, 6.5) and the workbook's list of
// sheets. Internal to sheet/.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/xml.h"

namespace tandem::sheet {

// The relationships of one part: id → target, and the first target of each type (the last word of its address:
// `officeDocument`, `sharedStrings`, `styles`).
struct RelationshipsHandler final : XmlHandler {
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view /*name*/) override {}
  void text(std::string_view /*piece*/) override {}

  std::map<std::string, std::string, std::less<>> by_id;
  std::map<std::string, std::string, std::less<>> by_type;
};

struct WorkbookHandler final : XmlHandler {
  struct Entry {
    std::string name;
    std::string relationship;
    bool hidden = false;
  };
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view /*name*/) override {}
  void text(std::string_view /*piece*/) override {}

  std::vector<Entry> sheets;
  bool since_1904 = false;  // the date system in which day 0 is 1904-01-01 (18.2.28)
};

// "xl/workbook.xml" has its relationships in "xl/_rels/workbook.xml.rels"; "" in "_rels/.rels".
[[nodiscard]] std::string relationships_of(std::string_view part);
// A target as the relationships of `part` write it, as the name of a part: relative to the part's folder, or from the
// top.
[[nodiscard]] std::string resolve(std::string_view part, std::string_view target);

}  // namespace tandem::sheet
