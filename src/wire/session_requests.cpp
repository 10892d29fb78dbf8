#include "app/calendar_keys.h"
#include "app/macros.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "wire/request_body.h"
#include "wire/requests.h"

namespace tandem::wire {
namespace {

constexpr TextRule kPassword{.max = 1024, .unseen = json::Unseen::Kept};  // may hold anything: it is only compared

void read_period(ObjectReader& fields, app::NewLeave& leave) {
  constexpr TextRule kEdge{.min = 1, .max = 40, .lines = Lines::One};
  leave.from = fields.required_text("from", kEdge);
  leave.to = fields.required_text("to", kEdge);
  leave.note = fields.optional_text("note", {.max = app::kMaxLeaveNote, .lines = Lines::One}).value_or("");
}

}  // namespace

Decoded<SignIn> decode_sign_in(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    std::string email = fields.required_text("email", kEmail);
    return SignIn{.email = std::move(email), .password = base::Secret(fields.required_text("password", kPassword))};
  });
}

Decoded<app::NewLeave> decode_new_leave(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::NewLeave leave;
    leave.person = desk::PersonName(fields.required_text("person", needed(kName)));
    read_period(fields, leave);
    return leave;
  });
}

Decoded<app::NewLeave> decode_leave_change(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::NewLeave leave;
    read_period(fields, leave);
    return leave;
  });
}

Decoded<app::NewLeaveFeed> decode_new_leave_feed(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::NewLeaveFeed feed;
    feed.person = desk::PersonName(fields.required_text("person", needed(kName)));
    feed.url = fields.required_text("url", {.min = 1, .max = app::kMaxFeedUrl, .lines = Lines::One});
    feed.label = fields.required_text("label", {.min = 1, .max = app::kMaxFeedLabel, .lines = Lines::One});
    return feed;
  });
}

Decoded<std::string> decode_label(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    return fields.required_text("label", {.min = 1, .max = app::kMaxCalendarKeyLabel, .lines = Lines::One});
  });
}

Decoded<NoticesRead> decode_notices_read(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    constexpr json::IntegerRule kId{.min = 0, .max = std::int64_t{1} << 53};  // what every JSON reader can tell apart
    NoticesRead read;
    read.last = static_cast<std::uint64_t>(fields.required_integer("last", kId));
    read.first = static_cast<std::uint64_t>(fields.optional_integer("first", kId).value_or(0));
    return read;
  });
}

Decoded<app::PresenceWord> decode_presence(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    constexpr json::Choice<app::Doing> kDoing[] = {
        {"viewing", app::Doing::Viewing}, {"typing", app::Doing::Typing}, {"gone", app::Doing::Gone}};
    app::PresenceWord word;
    word.doing = fields.required_choice("doing", kDoing);
    word.window = fields.required_text("window", {.min = 1, .max = app::kMaxWindowName, .lines = Lines::One});
    return word;
  });
}

}  // namespace tandem::wire
