#include "record/form_record.h"

#include "base/check.h"
#include "base/utf8.h"
#include "record/members.h"
#include "record/reader.h"
#include "record/writer.h"

namespace tandem::record {

std::string encode(const desk::RequestForm& form) {
  Writer writer;
  writer.object([&] { members(writer, form); });
  std::string text = std::move(writer).take();
  TANDEM_ENSURE(!base::find_bad_utf8(text));
  return text;
}

base::Result<desk::RequestForm> decode_form(std::string_view text) {
  if (const auto bad = base::find_bad_utf8(text))
    return base::fail(base::ErrorCode::Corrupt, fmt::format("the form's record is not UTF-8 (at byte {})", *bad));
  Reader reader(text);
  desk::RequestForm form;
  reader.object([&] { members(reader, form); });
  reader.end();
  if (reader.error()) return std::unexpected(*reader.error());
  return form;
}

}  // namespace tandem::record
