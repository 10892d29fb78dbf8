// What a scenario does with tickets, and what it tells of them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "answer.h"
#include "player.h"

namespace tandem::scenarios {

void Player::open(const std::string& who, const std::string& path, std::string_view rest, Answers& answers) {
  const std::string alias = take_word(rest);
  const auto opened = ask(who, http::Method::Post, path, rest, answers);
  if (opened) followed_.push_back({.alias = alias, .id = text_at(*opened, "/id")});
}

void Player::act_on(const std::string& who, std::string_view rest, Answers& answers) {
  const std::string ticket = take_word(rest);
  const std::string command = take_word(rest);
  if (command == "opens") return open(who, fmt::format("tickets/${}/related", ticket), rest, answers);
  ask(who, http::Method::Post, fmt::format("tickets/${}/{}", ticket, command), rest, answers);
}

void Player::edit_many(const std::string& who, std::string_view body, Answers& answers) {
  const auto edited = ask(who, http::Method::Post, "bulk-edits", body, answers);
  if (!edited) return;
  for (const boost::json::value& one : array_at(*edited, "results")) {
    const bool is_done = one.at("done").as_bool();
    answers.push_back(
        fmt::format("{}: {}", alias_of(text_at(one, "/ticket")), is_done ? "done" : text_at(one, "/detail")));
  }
}

void Player::name_one(const std::string& who, const std::string& path, std::string_view rest, Answers& answers) {
  const std::string name = take_word(rest);
  const auto made = ask(who, http::Method::Post, path, rest, answers);
  if (made) named_.emplace_back(name, text_at(*made, "/id"));
}

void Player::ask_by_form(const std::string& who, const std::string& alias, std::string_view body, Answers& answers) {
  const auto asked = ask(who, http::Method::Post, "requests", body, answers);
  if (!asked) return;
  const std::string id = text_at(*asked, "/id");
  followed_.push_back({.alias = alias, .id = id});
  const Reply whole = desk_->ask("auditor", http::Method::Get, fmt::format("tickets/{}", id));
  REQUIRE(whole.ok());
  std::size_t steps = 0;
  for (const boost::json::value& link : array_at(whole.body, "links"))
    followed_.push_back({.alias = fmt::format("{}{}", alias, ++steps), .id = text_at(link, "/ticket")});
}

void Player::ask_why(const std::string& who, const std::string& alias, Answers& answers) {
  const auto why = ask(who, http::Method::Get, fmt::format("tickets/${}/why", alias), {}, answers);
  if (!why) return;
  const auto tell = [&](const boost::json::value& told, std::string_view since) {
    answers.push_back(
        fmt::format("{} has it, {} answers{}", owner_of(told.at("owner")), text_at(told, "/accountable"), since));
    for (const boost::json::value& reason : array_at(told, "reasons"))
      answers.push_back(fmt::format("  because {}", reason_of(reason)));
  };
  tell(*why, fmt::format(": {}, {}, by version {}", text_at(*why, "/cause"), when(instant_at(*why, "/decided_at")),
                         text_at(*why, "/agreement_version")));
  const boost::json::value& now = why->at("now");
  if (now.at("owner") == why->at("owner") && now.at("accountable") == why->at("accountable")) return;
  answers.emplace_back("asked anew, the agreement would say:");
  tell(now, "");
}

// The auditor sees every ticket's whole history, but of confidential work: that is told as a reader sees it.
Reply Player::history_of(const Followed& ticket) {
  const std::string path = fmt::format("tickets/{}/history", ticket.id);
  Reply whole = desk_->ask("auditor", http::Method::Get, path);
  for (const policy::Person& person : desk_->engagement().policy->spec().people) {
    if (whole.ok()) break;
    whole = desk_->ask(person.name, http::Method::Get, path);
  }
  return whole;
}

void Player::tell_news(Answers& answers) {
  for (Followed& ticket : followed_) {
    const Reply reply = history_of(ticket);
    REQUIRE(reply.ok());
    for (const boost::json::value& entry : array_at(reply.body, "entries")) {
      if (entry.at("version").to_number<std::uint64_t>() <= ticket.told) continue;
      ticket.told = entry.at("version").to_number<std::uint64_t>();
      answers.push_back(fmt::format("{} {}: {}: {}", when(instant_at(entry, "/at")), ticket.alias,
                                    who_of(entry.at("actor")), text_at(entry, "/text")));
      for (const boost::json::value& reason : array_at(entry, "reasons"))
        answers.push_back(fmt::format("  because {}", reason_of(reason)));
    }
  }
}

}  // namespace tandem::scenarios
