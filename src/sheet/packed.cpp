#include "sheet/packed.h"

#include <zip.h>

#include "base/check.h"

namespace tandem::sheet {
namespace {

constexpr std::string_view kSpreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

}  // namespace

std::string pack(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  TANDEM_CHECK(target != nullptr);
  zip_source_keep(target);
  zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  TANDEM_CHECK(zip != nullptr);
  for (const auto& [name, text] : parts) {
    zip_source_t* part = zip_source_buffer(zip, text.data(), text.size(), 0);
    TANDEM_CHECK(part != nullptr && zip_file_add(zip, name.c_str(), part, 0) >= 0);
  }
  TANDEM_CHECK(zip_close(zip) == 0 && zip_source_open(target) == 0);
  zip_stat_t stat;
  zip_stat_init(&stat);
  TANDEM_CHECK(zip_source_stat(target, &stat) == 0);
  std::string bytes(stat.size, '\0');
  TANDEM_CHECK(zip_source_read(target, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

Parts sheet_parts(std::string_view rows, std::string_view behind) {
  return {
      {"_rels/.rels",
       fmt::format(
           R"(<Relationships xmlns="{}"><Relationship Id="r1" Type="{}/officeDocument" Target="xl/workbook.xml"/></Relationships>)",
           kPackage, kOffice)},
      {"xl/workbook.xml",
       fmt::format(
           R"(<workbook xmlns="{}" xmlns:r="{}"><sheets><sheet name="Matrix" sheetId="1" r:id="r1"/></sheets></workbook>)",
           kSpreadsheet, kOffice)},
      {"xl/_rels/workbook.xml.rels",
       fmt::format(
           R"(<Relationships xmlns="{}"><Relationship Id="r1" Type="{}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)",
           kPackage, kOffice)},
      {"xl/worksheets/sheet1.xml",
       fmt::format(R"(<worksheet xmlns="{}"><sheetData>{}</sheetData>{}</worksheet>)", kSpreadsheet, rows, behind)}};
}

std::string pack_sheet(std::string_view rows, std::string_view behind) {
  return pack(sheet_parts(rows, behind));
}

}  // namespace tandem::sheet
