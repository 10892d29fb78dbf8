// What a scenario does with the agreement, and what it tells of its life.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <sstream>

#include "answer.h"
#include "player.h"

namespace tandem::scenarios {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path.string());
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// `changes`: {"words": "other words"}, each the first place where the words stand. Nothing: as it is.
std::string changed(std::string text, std::string_view changes) {
  if (changes.empty()) return text;
  const boost::json::value wanted = boost::json::parse({changes.data(), changes.size()});
  for (const auto& [from, to] : wanted.as_object()) {
    const std::size_t at = text.find(std::string_view(from));
    REQUIRE_MESSAGE(at != std::string::npos, std::string(from));
    text.replace(at, from.size(), std::string_view(to.as_string()));
  }
  return text;
}

// What `told` has of a text, changed, as a draft is sent.
std::string draft_body(const boost::json::value& told, std::string_view title, const boost::json::value& based_on,
                       std::string_view changes) {
  boost::json::array files;
  for (const boost::json::value& file : array_at(told, "files")) {
    const bool is_root = file.at("name") == told.at("root");
    const std::string text = text_at(file, "/text");
    files.push_back({{"name", file.at("name")}, {"text", is_root ? changed(text, changes) : text}});
  }
  return boost::json::serialize(boost::json::object{
      {"title", std::string(title)}, {"based_on", based_on}, {"root", told.at("root")}, {"files", std::move(files)}});
}

std::string seen_text(const boost::json::value& told) {
  return fmt::format(R"({{"texts_sha256": "{}"}})", text_at(told, "/texts_sha256"));
}

// "Dana Whitfield of harbor, Priya Raman of northbeam"
std::string signed_by(const boost::json::array& signatures) {
  std::string text;
  for (const boost::json::value& one : signatures)
    text += fmt::format("{}{} for {}", text.empty() ? "" : ", ", who_of(one.at("by")), text_at(one, "/party"));
  return text.empty() ? "nobody" : text;
}

std::string standing_of(const boost::json::value& proposal) {
  const std::string signatures = signed_by(array_at(proposal, "signatures"));
  if (proposal.at("end").is_null()) return fmt::format("open, signed by {}", signatures);
  const boost::json::value& end = proposal.at("end");
  return fmt::format("{}, signed by {}{}", text_at(end, "/how"), signatures,
                     end.at("reason").is_null() ? "" : fmt::format(": {}", text_at(end, "/reason")));
}

}  // namespace

void Player::put_in_force(std::string_view rest) {
  std::string text = changed(read_file(root_ / take_word(rest)), rest);
  desk_->adopt({.root = "agreement.yaml", .files = {{"agreement.yaml", std::move(text)}}});
  if (today_.empty()) today_ = local(desk_->now()).substr(0, 10);
}

void Player::draft(const std::string& who, std::string_view rest, Answers& answers) {
  const std::string number = take_word(rest);
  const auto life = ask(who, http::Method::Get, "agreements", {}, answers);
  if (!life) return;
  const boost::json::value& newest = array_at(*life, "versions").back().at("version");
  const auto text =
      ask(who, http::Method::Get, fmt::format("agreements/versions/{}", boost::json::serialize(newest)), {}, answers);
  if (!text) return;
  const auto begun = ask(who, http::Method::Post, "agreements/drafts",
                         draft_body(*text, fmt::format("Draft {}", number), newest, rest), answers);
  if (begun) REQUIRE(text_at(*begun, "/draft") == number);
  if (begun) agreement_told_.try_emplace("", "");  // from now on its life is told
}

void Player::save(const std::string& who, std::string_view rest, Answers& answers) {
  const std::string path = fmt::format("agreements/drafts/{}", take_word(rest));
  const auto seen = ask(who, http::Method::Get, path, {}, answers);
  if (!seen) return;
  ask(who, http::Method::Put, path, draft_body(*seen, text_at(*seen, "/title"), seen->at("based_on"), rest), answers);
}

void Player::propose(const std::string& who, const std::string& draft, Answers& answers) {
  const std::string path = fmt::format("agreements/drafts/{}", draft);
  const auto seen = ask(who, http::Method::Get, path, {}, answers);
  if (seen) ask(who, http::Method::Post, path + "/proposals", seen_text(*seen), answers);
}

void Player::sign(const std::string& who, const std::string& proposal, Answers& answers) {
  const std::string path = fmt::format("agreements/proposals/{}", proposal);
  const auto seen = ask(who, http::Method::Get, path, {}, answers);
  if (seen) ask(who, http::Method::Post, path + "/signatures", seen_text(*seen), answers);
}

// Each draft, proposal and version that stands otherwise than it was last told.
void Player::tell_agreement(Answers& answers) {
  if (agreement_told_.empty()) return;
  const Reply life = desk_->ask("auditor", http::Method::Get, "agreements");
  REQUIRE(life.ok());
  const auto tell = [&](std::string what, std::string how) {
    std::string& told = agreement_told_[what];
    if (told == how) return;
    answers.push_back(fmt::format("{}: {}", what, how));
    told = std::move(how);
  };
  for (const boost::json::value& draft : array_at(life.body, "drafts")) {
    tell(fmt::format("draft {}", text_at(draft, "/draft")),
         fmt::format("{}, saved by {}", text_at(draft, "/state"), who_of(draft.at("saved_by"))));
  }
  for (const boost::json::value& proposal : array_at(life.body, "proposals"))
    tell(fmt::format("proposal {}", text_at(proposal, "/proposal")), standing_of(proposal));
  for (const boost::json::value& version : array_at(life.body, "versions")) {
    tell(fmt::format("version {}", text_at(version, "/version")),
         fmt::format("{} from {}", text_at(version, "/standing"), local(instant_at(version, "/in_force_from"))));
  }
}

}  // namespace tandem::scenarios
