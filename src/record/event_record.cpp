#include "record/event_record.h"

#include "base/check.h"
#include "base/utf8.h"
#include "record/members.h"
#include "record/reader.h"
#include "record/writer.h"

namespace tandem::record {
namespace {

constexpr std::uint32_t kVersion = 1;

void read_version(Reader& reader) {
  std::uint32_t version = 0;
  reader.required("v", version);
  if (version == kVersion) return;
  reader.refuse(version > kVersion ? base::ErrorCode::Unsupported : base::ErrorCode::Corrupt, "v",
                version > kVersion ? fmt::format("is {}: it was made by a newer Tandem", version)
                                   : fmt::format("is {}: there is no such version", version));
}

void read_data(Reader& reader, desk::EventData& data) {
  std::string kind;
  reader.required("kind", kind);
  if (reader.error()) return;
  auto found = desk::make_event_data(kind);
  if (!found) {
    return reader.refuse(base::ErrorCode::Unsupported, "kind",
                         fmt::format("is `{}`, which this version does not know: it was made by a newer Tandem", kind));
  }
  std::visit([&](auto& one) { members(reader, one); }, *found);
  data = *std::move(found);
}

}  // namespace

std::string encode(const desk::Event& event) {
  Writer writer;
  writer.object([&] {
    writer.required("v", kVersion);
    writer.required("at", event.at);
    writer.required("actor", event.actor);
    writer.required("kind", desk::name_of(event.data));
    std::visit([&](const auto& data) { members(writer, data); }, event.data);
  });
  std::string text = std::move(writer).take();
  // What is written must be readable for ever; text is checked where it enters, so this is our bug.
  TANDEM_ENSURE(!base::find_bad_utf8(text));
  return text;
}

base::Result<desk::Event> decode(std::string_view text) {
  if (const auto bad = base::find_bad_utf8(text)) {
    return base::fail(base::ErrorCode::Corrupt, fmt::format("the event's record is not UTF-8 (at byte {})", *bad));
  }
  Reader reader(text);
  desk::Event event;
  reader.object([&] {
    read_version(reader);
    reader.required("at", event.at);
    reader.required("actor", event.actor);
    read_data(reader, event.data);
  });
  reader.end();
  if (reader.error()) return std::unexpected(*reader.error());
  return event;
}

}  // namespace tandem::record
