// What every record has around its data: its format's version, when, by whom and what kind of event. One description
// for events of tickets and of agreements, so that an export reads alike. Private to this folder.
#pragma once

#include <string>

#include "base/check.h"
#include "base/utf8.h"
#include "record/members.h"
#include "record/reader.h"
#include "record/writer.h"

namespace tandem::record {

inline constexpr std::uint32_t kRecordVersion = 1;

template <class Event>
[[nodiscard]] std::string encode_event(const Event& event) {
  Writer writer;
  writer.object([&] {
    writer.required("v", kRecordVersion);
    writer.required("at", event.at);
    writer.required("actor", event.actor);
    writer.required("kind", name_of(event.data));
    std::visit([&](const auto& data) { members(writer, data); }, event.data);
  });
  std::string text = std::move(writer).take();
  // What is written must be readable for ever; text is checked where it enters, so this is our bug.
  TANDEM_ENSURE(!base::find_bad_utf8(text));
  return text;
}

// `make`: the kind's name → its empty data, or nothing.
template <class Event, class Make>
[[nodiscard]] base::Result<Event> decode_event(std::string_view text, Make make) {
  if (const auto bad = base::find_bad_utf8(text))
    return base::fail(base::ErrorCode::Corrupt, fmt::format("the event's record is not UTF-8 (at byte {})", *bad));
  Reader reader(text);
  Event event;
  reader.object([&] {
    std::uint32_t version = 0;
    reader.required("v", version);
    if (version != kRecordVersion) {
      reader.refuse(version > kRecordVersion ? base::ErrorCode::Unsupported : base::ErrorCode::Corrupt, "v",
                    version > kRecordVersion ? fmt::format("is {}: it was made by a newer Tandem", version)
                                             : fmt::format("is {}: there is no such version", version));
    }
    reader.required("at", event.at);
    reader.required("actor", event.actor);
    std::string kind;
    reader.required("kind", kind);
    if (reader.error()) return;
    auto found = make(kind);
    if (!found) {
      return reader.refuse(
          base::ErrorCode::Unsupported, "kind",
          fmt::format("is `{}`, which this version does not know: it was made by a newer Tandem", kind));
    }
    std::visit([&](auto& one) { members(reader, one); }, *found);
    event.data = *std::move(found);
  });
  reader.end();
  if (reader.error()) return std::unexpected(*reader.error());
  return event;
}

}  // namespace tandem::record
