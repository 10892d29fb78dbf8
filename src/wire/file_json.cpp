#include "wire/file_json.h"

#include "wire/parts.h"

namespace tandem::wire {
namespace {

void write_removal(Writer& json, const std::optional<desk::Attachment::Removal>& removed) {
  if (!removed) {
    json.null();
    return;
  }
  json.begin_object();
  json.field("at", removed->at);
  json.key("by");
  write(json, removed->by);
  json.field("reason", removed->reason);
  json.end_object();
}

}  // namespace

void write_files(Writer& json, const app::TicketView& view) {
  json.key("files");
  json.begin_array();
  for (const desk::Attachment& one : view.ticket.files) {
    const desk::FileAttached& file = one.file;
    json.begin_object();
    json.field("number", file.file);
    json.field("at", one.at);
    json.key("by");
    write(json, one.by);
    json.field("name", file.name);
    json.field("size", file.size);
    json.field("media_type", file.media_type);
    json.field("sha256", file.hash.text());
    json.field("visibility", desk::to_text(file.visibility));
    json.field_or_null("team", file.team);
    json.field("comment", file.comment == 0 ? std::nullopt : std::optional(file.comment));
    json.key("removed");
    write_removal(json, one.removed);
    json.field("may_remove", std::ranges::find(view.removable_files, file.file) != view.removable_files.end());
    json.end_object();
  }
  json.end_array();
}

}  // namespace tandem::wire
