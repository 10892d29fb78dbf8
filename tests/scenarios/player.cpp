#include "player.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "answer.h"
#include "calendar/date_text.h"

namespace tandem::scenarios {

std::vector<std::string> Player::play(const std::string& step) {
  CAPTURE(step);
  Answers answers;
  std::string_view rest = step;
  const std::string first = take_word(rest);
  if (first == "at") {
    go_to(rest, answers);
  } else if (first == "agreement") {
    put_in_force(rest);
  } else if (first == "restart") {
    desk_->restart();
  } else {
    act(first, rest, answers);
  }
  if (desk_) {
    tell_news(answers);
    tell_agreement(answers);
  }
  return answers;
}

void Player::act(const std::string& who, std::string_view rest, Answers& answers) {
  const std::string verb = take_word(rest);
  if (verb == "opens") return open(who, "tickets", rest, answers);
  if (verb == "on") return act_on(who, rest, answers);
  if (verb == "sees") return show(who, rest, answers);
  if (verb == "hears") return hear(who, answers);
  if (verb == "makes") return name_one(who, "forms", rest, answers);
  if (verb == "keeps") return name_one(who, "macros", rest, answers);
  if (verb == "drafts") return draft(who, rest, answers);
  if (verb == "saves") return save(who, rest, answers);
  if (verb == "proposes") return propose(who, take_word(rest), answers);
  if (verb == "signs") return sign(who, take_word(rest), answers);
  const std::string object = take_word(rest);
  if (verb == "asks" && object == "why") return ask_why(who, std::string(rest), answers);
  if (verb == "asks") return ask_by_form(who, object, rest, answers);
  if (verb == "edits" && object == "many") return edit_many(who, rest, answers);
  if (verb == "edits") {
    ask(who, http::Method::Patch, fmt::format("tickets/${}", object), rest, answers);
  } else if (verb == "posts") {
    ask(who, http::Method::Post, object, rest, answers);
  } else {
    FAIL("no such step: " << who << " " << verb);
  }
}

void Player::go_to(std::string_view when, Answers& answers) {
  if (!desk_) {
    const auto start = base::parse_rfc3339(when);
    REQUIRE(start.has_value());
    desk_.emplace(open_, *start);
    return;
  }
  const auto local = calendar::parse_local_time(when);
  REQUIRE(local.has_value());
  const base::Instant to = desk_->engagement().policy->zone().to_instant(local->date, local->time_of_day);
  REQUIRE(to >= desk_->now());
  auto next = desk_->pass_to(desk_->now());
  tell_news(answers);
  while (next && *next < to) {
    REQUIRE_MESSAGE(*next > desk_->now(), "time stands still");
    next = desk_->pass_to(*next);
    tell_news(answers);
  }
  today_ = std::string(when.substr(0, 10));
  desk_->pass_to(to);
}

std::optional<boost::json::value> Player::ask(const std::string& who, http::Method method, const std::string& path,
                                              std::string_view body, Answers& answers) {
  Reply reply = desk_->ask(who, method, with_ids(path), with_ids(std::string(body)));
  if (reply.ok()) return std::move(reply.body);
  answers.push_back(refusal_of(reply));
  return std::nullopt;
}

void Player::show(const std::string& who, std::string_view rest, Answers& answers) {
  const std::string path = take_word(rest);
  const auto seen = ask(who, http::Method::Get, path, {}, answers);
  if (seen) answers.push_back(text_at(*seen, rest));
}

void Player::hear(const std::string& who, Answers& answers) {
  const auto page = ask(who, http::Method::Get, "notices?unread=true&limit=200", {}, answers);
  if (!page) return;
  const boost::json::array& notices = array_at(*page, "notices");
  if (notices.empty()) return answers.push_back("nothing");
  for (std::size_t i = notices.size(); i-- > 0;) {
    const boost::json::value& notice = notices[i];
    answers.push_back(fmt::format("{} {} [{}] {}: {}", when(instant_at(notice, "/at")), about(notice),
                                  text_at(notice, "/kind"), text_at(notice, "/actor"), text_at(notice, "/text")));
    if (notice.at("excerpt").is_string()) answers.push_back(fmt::format("  “{}”", text_at(notice, "/excerpt")));
  }
  ask(who, http::Method::Post, "notices/read",
      fmt::format(R"({{"first": {}, "last": {}}})", text_at(notices.back(), "/id"), text_at(notices.front(), "/id")),
      answers);
}

// The alias of its ticket, or "the agreement's `Draft 1`".
std::string Player::about(const boost::json::value& notice) const {
  if (notice.at("agreement").is_null()) return alias_of(text_at(notice, "/ticket"));
  return fmt::format("the agreement's `{}`", text_at(notice, "/subject"));
}

std::string Player::local(base::Instant at) const {
  const calendar::LocalTime there = desk_->engagement().policy->zone().to_local(at);
  return fmt::format("{} {}", calendar::iso_date(there.date), calendar::clock_time(there.time_of_day));
}

std::string Player::when(base::Instant at) const {
  const std::string text = local(at);
  return text.starts_with(today_) ? text.substr(11) : text;
}

std::string Player::with_ids(std::string text) const {
  const auto put = [&](const std::string& alias, const std::string& id) {
    const std::string mark = "$" + alias;
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + id.size()))
      text.replace(at, mark.size(), id);
  };
  for (const auto& [name, id] : named_) put(name, id);
  // A12 before A1 before A.
  for (auto ticket = followed_.rbegin(); ticket != followed_.rend(); ++ticket) put(ticket->alias, ticket->id);
  return text;
}

std::string Player::alias_of(std::string_view id) const {
  const auto found = std::ranges::find(followed_, id, &Followed::id);
  return found == followed_.end() ? "?" : found->alias;
}

}  // namespace tandem::scenarios
