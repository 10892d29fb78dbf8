// The cells of one worksheet (ECMA-376 part 1, 18.3.1.99). Internal to sheet/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/budget.h"
#include "sheet/workbook.h"
#include "sheet/xlsx_strings.h"
#include "sheet/xlsx_styles.h"
#include "sheet/xml.h"

namespace tandem::sheet {

// What the cells of all worksheets refer to.
struct XlsxTables {
  std::vector<std::string> strings;
  StylesHandler styles;
  bool since_1904 = false;
};

class WorksheetHandler final : public XmlHandler {
 public:
  // Both outlive the handler.
  WorksheetHandler(const XlsxTables& tables, Budget& budget) : tables_(&tables), budget_(&budget) {}

  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

  // The sheet with its cells in order and its source written. Fails when merged areas overlap.
  [[nodiscard]] base::Result<Sheet> take(std::string name);

 private:
  void start_row(const XmlAttributes& attributes);
  void start_cell(const XmlAttributes& attributes);
  void end_cell();
  void add_area(std::string_view ref);
  [[nodiscard]] std::optional<std::string> cell_text();
  [[nodiscard]] base::Result<void> check_areas() const;
  [[nodiscard]] base::Result<void> write_source();

  const XlsxTables* tables_;
  Budget* budget_;
  Sheet sheet_;
  Place at_;
  std::uint32_t next_row_ = 0;
  std::uint32_t next_column_ = 0;
  std::string type_;
  std::size_t style_ = 0;
  bool in_cell_ = false;
  bool in_value_ = false;
  std::string value_;
  RichText inline_text_;
};

}  // namespace tandem::sheet
