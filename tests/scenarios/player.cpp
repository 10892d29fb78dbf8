#include "player.h"

#include <doctest/doctest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <sstream>

#include "calendar/date_text.h"
#include "wire/problem.h"

namespace tandem::scenarios {
namespace {

// "sam on A take" → "sam", leaving "on A take".
std::string take_word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  std::string word(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path.string());
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string text_at(const boost::json::value& value, std::string_view pointer) {
  const boost::json::value* found = nullptr;
  boost::system::error_code missing;
  found = value.find_pointer({pointer.data(), pointer.size()}, missing);
  REQUIRE_MESSAGE(found != nullptr, "there is no " << std::string(pointer));
  return found->is_string() ? std::string(found->get_string()) : boost::json::serialize(*found);
}

std::string refusal_of(const Reply& reply) {
  return fmt::format("refused {} {}: {}", reply.status, text_at(reply.body, "/type").substr(wire::kProblemBase.size()),
                     text_at(reply.body, "/detail"));
}

std::string who_of(const boost::json::value& actor) {
  const std::string kind = text_at(actor, "/kind");
  return kind == "system" ? "the desk" : text_at(actor, "/display");
}

std::string reason_text(const boost::json::value& reason) {
  const std::string file = text_at(reason, "/file");
  return file.empty() || file == "null"
             ? text_at(reason, "/text")
             : fmt::format("{} ({}:{})", text_at(reason, "/text"), file, text_at(reason, "/line"));
}

}  // namespace

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
    const std::string verb = take_word(rest);
    if (verb == "opens") {
      open(first, rest, answers);
    } else if (verb == "on") {
      const std::string ticket = take_word(rest);
      const std::string command = take_word(rest);
      ask(first, http::Method::Post, fmt::format("tickets/${}/{}", ticket, command), rest, answers);
    } else if (verb == "edits") {
      const std::string ticket = take_word(rest);
      ask(first, http::Method::Patch, fmt::format("tickets/${}", ticket), rest, answers);
    } else if (verb == "posts") {
      const std::string path = take_word(rest);
      ask(first, http::Method::Post, path, rest, answers);
    } else if (verb == "makes") {
      make_form(first, rest, answers);
    } else if (verb == "asks") {
      ask_by_form(first, rest, answers);
    } else if (verb == "sees") {
      show(first, rest, answers);
    } else {
      FAIL("no such step: " << step);
    }
  }
  if (desk_) tell_news(answers);
  return answers;
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

void Player::put_in_force(std::string_view rest) {
  std::string text = read_file(root_ / take_word(rest));
  if (!rest.empty()) {
    const boost::json::value changes = boost::json::parse({rest.data(), rest.size()});
    for (const auto& [from, to] : changes.as_object()) {
      const std::size_t at = text.find(std::string_view(from));
      REQUIRE_MESSAGE(at != std::string::npos, std::string(from));
      text.replace(at, from.size(), std::string_view(to.as_string()));
    }
  }
  desk_->adopt({.root = "agreement.yaml", .files = {{"agreement.yaml", std::move(text)}}});
  if (today_.empty()) today_ = local(desk_->now()).substr(0, 10);
}

void Player::open(const std::string& who, std::string_view rest, Answers& answers) {
  const std::string alias = take_word(rest);
  const Reply reply = desk_->ask(who, http::Method::Post, "tickets", with_ids(std::string(rest)));
  if (!reply.ok()) {
    answers.push_back(refusal_of(reply));
    return;
  }
  followed_.push_back({.alias = alias, .id = text_at(reply.body, "/id")});
}

void Player::ask(const std::string& who, http::Method method, const std::string& path, std::string_view body,
                 Answers& answers) {
  const Reply reply = desk_->ask(who, method, with_ids(path), with_ids(std::string(body)));
  if (!reply.ok()) answers.push_back(refusal_of(reply));
}

void Player::make_form(const std::string& who, std::string_view rest, Answers& answers) {
  const std::string name = take_word(rest);
  const Reply reply = desk_->ask(who, http::Method::Post, "forms", std::string(rest));
  if (!reply.ok()) return answers.push_back(refusal_of(reply));
  forms_.emplace_back(name, text_at(reply.body, "/id"));
}

void Player::ask_by_form(const std::string& who, std::string_view rest, Answers& answers) {
  const std::string alias = take_word(rest);
  const Reply reply = desk_->ask(who, http::Method::Post, "requests", with_ids(std::string(rest)));
  if (!reply.ok()) return answers.push_back(refusal_of(reply));
  const std::string id = text_at(reply.body, "/id");
  followed_.push_back({.alias = alias, .id = id});
  const Reply whole = desk_->ask("auditor", http::Method::Get, fmt::format("tickets/{}", id));
  REQUIRE(whole.ok());
  std::size_t steps = 0;
  for (const boost::json::value& link : whole.body.at("links").as_array())
    followed_.push_back({.alias = fmt::format("{}{}", alias, ++steps), .id = text_at(link, "/ticket")});
}

void Player::show(const std::string& who, std::string_view rest, Answers& answers) {
  const std::string path = take_word(rest);
  const Reply reply = desk_->ask(who, http::Method::Get, with_ids(path));
  answers.push_back(reply.ok() ? text_at(reply.body, rest) : refusal_of(reply));
}

// The auditor sees every ticket's whole history.
void Player::tell_news(Answers& answers) {
  for (Followed& ticket : followed_) {
    const Reply reply = desk_->ask("auditor", http::Method::Get, fmt::format("tickets/{}/history", ticket.id));
    REQUIRE(reply.ok());
    for (const boost::json::value& entry : reply.body.at("entries").as_array()) {
      if (entry.at("version").to_number<std::uint64_t>() <= ticket.told) continue;
      ticket.told = entry.at("version").to_number<std::uint64_t>();
      const auto at = base::parse_rfc3339(text_at(entry, "/at"));
      REQUIRE(at.has_value());
      answers.push_back(
          fmt::format("{} {}: {}: {}", when(*at), ticket.alias, who_of(entry.at("actor")), text_at(entry, "/text")));
      for (const boost::json::value& reason : entry.at("reasons").as_array()) {
        answers.push_back(fmt::format("  because {}", reason_text(reason)));
      }
    }
  }
}

std::string Player::local(base::Instant at) const {
  const calendar::LocalTime there = desk_->engagement().policy->zone().to_local(at);
  return fmt::format("{} {}", calendar::iso_date(there.date), calendar::clock_time(there.time_of_day));
}

// The time of day alone on the day of the last `at`.
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
  for (const auto& [name, id] : forms_) put(name, id);
  // A12 before A1 before A.
  for (auto ticket = followed_.rbegin(); ticket != followed_.rend(); ++ticket) put(ticket->alias, ticket->id);
  return text;
}

}  // namespace tandem::scenarios
