#include "app/calendar_keys.h"
#include "app/macros.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "wire/request_body.h"
#include "wire/requests.h"

namespace tandem::wire {
namespace {

constexpr std::uint32_t kMaxNumber = 1'000'000'000;

app::DraftText read_draft(ObjectReader& fields) {
  app::DraftText draft;
  draft.title = fields.required_text("title", {.min = 1, .max = desk::kMaxDraftTitle, .lines = Lines::One});
  draft.based_on = static_cast<std::uint32_t>(fields.required_integer("based_on", {.min = 1, .max = kMaxNumber}));
  draft.root = fields.required_text("root", needed(kName));
  for (json::ValueReader& each : fields.required_list("files", {.min = 1, .max = app::kMaxAgreementFiles})) {
    ObjectReader file = each.object();
    std::string name = file.required_text("name", needed(kName));
    // What is signed is the text as it was written; the compiler says what is wrong in it.
    std::string text = file.required_text("text", {.max = agreement::kFileBytes, .unseen = json::Unseen::Kept});
    file.done();
    if (!draft.files.emplace(std::move(name), std::move(text)).second) each.complain("is there twice");
  }
  return draft;
}

}  // namespace

Decoded<std::variant<app::DraftText, RulingOf>> decode_new_draft(std::string_view body) {
  return decode(body, [](ObjectReader& fields) -> std::variant<app::DraftText, RulingOf> {
    if (fields.has("ruling")) return RulingOf{fields.required_text("ruling", needed(kName))};
    return read_draft(fields);
  });
}

Decoded<app::DraftText> decode_draft(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return read_draft(fields); });
}

Decoded<desk::CommentOnDraft> decode_draft_comment(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    constexpr json::IntegerRule kFromOne{.min = 1, .max = kMaxNumber};
    desk::CommentOnDraft command;
    command.revision = static_cast<std::uint32_t>(fields.optional_integer("revision", kFromOne).value_or(0));
    command.file = fields.optional_text("file", kName).value_or("");
    command.line = static_cast<std::uint32_t>(fields.optional_integer("line", kFromOne).value_or(0));
    command.text = fields.required_text("text", {.min = 1, .max = desk::kMaxDraftComment});
    if (command.line > 0 && command.file.empty()) fields.complain("line", "goes with a `file`");
    return command;
  });
}

Decoded<desk::TextHash> decode_seen_text(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    constexpr std::size_t kDigits = 64;
    return desk::TextHash(fields.required_text("texts_sha256", {.min = kDigits, .max = kDigits, .lines = Lines::One}));
  });
}

}  // namespace tandem::wire
