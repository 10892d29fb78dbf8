#include "sheet/xlsx.h"

#include "sheet/archive.h"
#include "sheet/xlsx_package.h"
#include "sheet/xlsx_worksheet.h"

namespace tandem::sheet {
namespace {

class XlsxReader {
 public:
  XlsxReader(Archive archive, std::string_view file, const Limits& limits)
      : archive_(std::move(archive)), budget_(limits, file) {}

  base::Result<Workbook> read() {
    TANDEM_TRY_DONE(find_workbook());
    WorkbookHandler list;
    TANDEM_TRY_DONE(archive_.read_xml(workbook_, list, budget_));
    if (list.sheets.size() > budget_.limits().sheets) {
      return base::fail(base::ErrorCode::BadInput, fmt::format("{} has {} sheets: at most {} are read", budget_.file(),
                                                               list.sheets.size(), budget_.limits().sheets));
    }
    RelationshipsHandler parts;
    TANDEM_TRY_DONE(read_if_there(relationships_of(workbook_), parts));
    TANDEM_TRY_DONE(read_tables(parts));
    tables_.since_1904 = list.since_1904;
    Workbook book;
    for (const WorkbookHandler::Entry& entry : list.sheets) {
      const auto target = parts.by_id.find(entry.relationship);
      if (target == parts.by_id.end()) continue;
      TANDEM_TRY(auto sheet, read_sheet(entry.name, resolve(workbook_, target->second)));
      if (!sheet) continue;
      sheet->hidden = entry.hidden;
      book.sheets.push_back(*std::move(sheet));
    }
    if (!book.sheets.empty()) return book;
    return base::fail(base::ErrorCode::BadInput, fmt::format("{} has no worksheet", budget_.file()));
  }

 private:
  base::Result<void> find_workbook() {
    RelationshipsHandler top;
    TANDEM_TRY_DONE(read_if_there(relationships_of(""), top));
    const auto document = top.by_type.find("officeDocument");
    workbook_ = document == top.by_type.end() ? "xl/workbook.xml" : resolve("", document->second);
    if (archive_.has(workbook_) && workbook_.ends_with(".xml")) return {};
    const bool open_document = archive_.has("mimetype") && archive_.has("content.xml");
    const std::string_view what = open_document                 ? "an OpenDocument file"
                                  : workbook_.ends_with(".bin") ? "a binary workbook (XLSB)"
                                                                : "a packed file without a workbook";
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} is {}: save it as .xlsx or .csv", budget_.file(), what));
  }

  base::Result<void> read_if_there(const std::string& part, XmlHandler& handler) {
    return archive_.has(part) ? archive_.read_xml(part, handler, budget_) : base::Result<void>();
  }

  base::Result<void> read_tables(const RelationshipsHandler& parts) {
    if (const auto strings = parts.by_type.find("sharedStrings"); strings != parts.by_type.end()) {
      SharedStringsHandler handler(budget_);
      TANDEM_TRY_DONE(read_if_there(resolve(workbook_, strings->second), handler));
      tables_.strings = std::move(handler.strings);
    }
    if (const auto styles = parts.by_type.find("styles"); styles != parts.by_type.end()) {
      TANDEM_TRY_DONE(read_if_there(resolve(workbook_, styles->second), tables_.styles));
    }
    return {};
  }

  // Nothing when the part is a chart or a dialog, which have no cells, or is not there.
  base::Result<std::optional<Sheet>> read_sheet(const std::string& name, const std::string& part) {
    if (!archive_.has(part) || part.find("worksheet") == std::string::npos) return std::nullopt;
    WorksheetHandler handler(tables_, budget_);
    TANDEM_TRY_DONE(archive_.read_xml(part, handler, budget_));
    TANDEM_TRY(auto sheet, handler.take(name));
    return sheet;
  }

  Archive archive_;
  Budget budget_;
  std::string workbook_;
  XlsxTables tables_;
};

}  // namespace

base::Result<Workbook> read_xlsx(std::string_view bytes, std::string_view file, const Limits& limits) {
  TANDEM_TRY(auto archive, Archive::open(bytes, file));
  return XlsxReader(std::move(archive), file, limits).read();
}

}  // namespace tandem::sheet
