#include "sheet/read.h"

#include <fstream>

#include "sheet/csv.h"
#include "sheet/markdown.h"
#include "sheet/text_encoding.h"
#include "sheet/xlsx.h"

namespace tandem::sheet {
namespace {

constexpr std::string_view kPacked = "PK\x03\x04";
constexpr std::string_view kCompound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";  // .xls, and .xlsx behind a password

bool is_named_markdown(std::string_view file) {
  return file.ends_with(".md") || file.ends_with(".markdown");
}

base::Result<Workbook> read_text(std::string_view bytes, std::string_view file, const Limits& limits) {
  TANDEM_TRY(DecodedText text, to_utf8(bytes, file));
  Workbook book;
  if (!text.remark.empty()) book.remarks.push_back(std::move(text.remark));
  const bool markdown = is_named_markdown(file) || (!file.ends_with(".csv") && has_markdown_table(text.utf8));
  TANDEM_TRY(Sheet sheet, markdown ? read_markdown(std::move(text.utf8), file, limits)
                                   : read_csv(std::move(text.utf8), file, limits));
  book.sheets.push_back(std::move(sheet));
  return book;
}

}  // namespace

base::Result<Workbook> read_workbook(std::string_view bytes, std::string_view file, const Limits& limits) {
  if (bytes.size() > limits.file_bytes) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} is larger than {} bytes: it holds more than a matrix", file, limits.file_bytes));
  }
  if (bytes.starts_with(kPacked)) return read_xlsx(bytes, file, limits);
  if (bytes.starts_with(kCompound)) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} is an old .xls or protected by a password: save it as .xlsx without one", file));
  }
  return read_text(bytes, file, limits);
}

base::Result<Workbook> read_workbook_file(const std::string& path, const Limits& limits) {
  std::error_code unreadable;
  const auto status = std::filesystem::status(path, unreadable);
  if (!std::filesystem::exists(status))
    return base::fail(base::ErrorCode::NotFound, fmt::format("there is no file `{}`", path));
  if (std::filesystem::is_directory(status))
    return base::fail(base::ErrorCode::BadInput, fmt::format("`{}` is a folder: give a file in it", path));
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  bytes.resize(limits.file_bytes + 1);  // one more, so that a larger file is seen to be larger
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file.is_open() || file.bad())
    return base::fail(base::ErrorCode::Io,
                      fmt::format("reading `{}`: {}", path, std::generic_category().message(errno)));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return read_workbook(bytes, path, limits);
}

}  // namespace tandem::sheet
