// Files over the API: who gets them, under which type and name, and what a browser can make of them.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

using namespace std::string_view_literals;

constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";
const std::string kFiles = fmt::format("{}/files", kTicket);
const std::string kFile = fmt::format("{}/{{file}}", kFiles);
const std::string kPng = "\x89PNG\r\n\x1a\n and so on";
constexpr const char* kHtml = "<html><script>alert(1)</script></html>";

struct Sent {
  std::string name = "screen.png";  // as it stands in the query
  std::string type = "image/png";
  std::string rest = {};  // of the query
  std::vector<std::string> headers = {};
};

Answer attach(World& world, Who who, const std::string& ticket, const std::string& content, Sent sent = {}) {
  if (!sent.type.empty()) sent.headers.push_back("Content-Type: " + sent.type);
  return world.ask(who, "POST", kFiles,
                   {.ticket = ticket,
                    .query = fmt::format("?name={}{}", sent.name, sent.rest),
                    .body = content,
                    .headers = sent.headers});
}
Answer fetch(World& world, Who who, const std::string& ticket, int file = 1,
             const std::vector<std::string>& headers = {}) {
  return world.ask(who, "GET", kFile, {.ticket = ticket, .file = std::to_string(file), .headers = headers});
}
std::string with_visibility(const char* visibility) {
  return fmt::format("&visibility={}", visibility);
}
// The file as the newest answer lists it.
boost::json::value newest(const Answer& answer) {
  REQUIRE(answer.status < 300);
  return answer.json().at("files").as_array().back();
}

TEST_CASE("a picture comes back byte for byte and may be shown; nothing in it can run") {
  World world;
  const std::string ticket = world.open_ticket();
  const auto file = newest(attach(world, Who::Sam, ticket, kPng));
  CHECK(file.at("number").as_int64() == 1);
  CHECK(file.at("name").as_string() == "screen.png");
  CHECK(file.at("size").as_int64() == static_cast<std::int64_t>(kPng.size()));
  CHECK(file.at("media_type").as_string() == "image/png");
  CHECK(file.at("visibility").as_string() == "both");
  CHECK(file.at("comment").is_null());
  CHECK(file.at("removed").is_null());
  CHECK(file.at("may_remove").as_bool());
  const Answer got = fetch(world, Who::Dana, ticket);
  CHECK(got.status == 200);
  CHECK(got.body == kPng);
  CHECK(got.raw.header("content-type") == "image/png");
  CHECK(got.raw.header("content-disposition") == "inline; filename=\"screen.png\"; filename*=UTF-8''screen.png");
  CHECK(got.raw.header("content-security-policy") == "sandbox; default-src 'none'");
  CHECK(got.raw.headers.count("content-security-policy") == 1);
  CHECK(got.raw.header("cross-origin-resource-policy") == "same-origin");
  CHECK(got.raw.header("cache-control") == "private, no-cache");
  CHECK(got.raw.header("etag") == fmt::format("\"{}\"", std::string(file.at("sha256").as_string())));
}

TEST_CASE("a page, a drawing or a script is downloaded as bytes, whatever its sender calls it") {
  World world;
  const std::string ticket = world.open_ticket();
  int number = 0;
  for (const char* type : {"text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "image/png",
                           "application/pdf", "text/javascript", ""}) {
    CAPTURE(type);
    REQUIRE(attach(world, Who::Sam, ticket, kHtml, {.name = "a.png", .type = type}).status == 201);
    const Answer got = fetch(world, Who::Sam, ticket, ++number);
    CHECK(got.raw.header("content-type") == "application/octet-stream");
    CHECK(got.raw.header("content-disposition").starts_with("attachment; "));
    CHECK(got.raw.header("content-security-policy").starts_with("sandbox;"));
    CHECK(got.body == kHtml);
  }
  REQUIRE(attach(world, Who::Sam, ticket, kHtml, {.name = "a.txt", .type = "text/plain"}).status == 201);
  const Answer text = fetch(world, Who::Sam, ticket, ++number);
  CHECK(text.raw.header("content-type") == "text/plain; charset=utf-8");
  CHECK(text.raw.header("content-disposition").starts_with("attachment; "));
}

TEST_CASE("a hostile name points nowhere and ends no header") {
  World world;
  const std::string ticket = world.open_ticket();
  const auto name_of = [&](const std::string& name) {
    const Answer answer = attach(world, Who::Sam, ticket, kPng, {.name = name});
    if (answer.status != 201) return fmt::format("{}", answer.status);
    const auto file = newest(answer);
    const Answer got = fetch(world, Who::Sam, ticket, static_cast<int>(file.at("number").as_int64()));
    CHECK(got.status == 200);
    CHECK(got.raw.headers.count("content-disposition") == 1);
    return std::string(file.at("name").as_string());
  };
  CHECK(name_of("..%2F..%2Fetc%2Fpasswd") == "passwd");
  CHECK(name_of("..%5Cboot.ini") == "boot.ini");
  CHECK(name_of("..%2F") == "file");
  CHECK(name_of("") == "file");
  CHECK(name_of("invoice%E2%80%AEfdp.exe") == "invoicefdp.exe");
  CHECK(name_of("a%22%3B%20filename%3D%22b.html") == "a\"; filename=\"b.html");
  CHECK(name_of("%C3%9Cbersicht.png") == "Übersicht.png");
  const std::string longest = name_of(fmt::format("{:a<300}.png", ""));
  CHECK(longest.size() == 200);
  CHECK(longest.ends_with(".png"));
  // A query never has controls or broken letters in it.
  CHECK(name_of("a%00b.png") == "400");
  CHECK(name_of("a%0D%0ASet-Cookie%3A%20x") == "400");
  CHECK(name_of("caf%E9.png") == "400");
}

TEST_CASE("what is no request for a file is told in words") {
  World world;
  const std::string ticket = world.open_ticket();
  CHECK(world.ask(Who::Sam, "POST", kFiles, {.ticket = ticket, .body = "x"}).status == 400);
  CHECK(attach(world, Who::Sam, ticket, "x", {.rest = "&visibility=moon"}).status == 400);
  CHECK(attach(world, Who::Sam, ticket, "x", {.rest = "&colour=red"}).status == 400);
  CHECK(attach(world, Who::Sam, ticket, "x", {.rest = "&comment=0"}).status == 400);
  CHECK(attach(world, Who::Sam, ticket, "x", {.headers = {"Content-Encoding: gzip"}}).status == 415);
  CHECK(attach(world, Who::Sam, ticket, "").status == 422);
  CHECK(attach(world, Who::Sam, ticket, "x", {.rest = "&comment=7"}).status == 422);
  for (const char* file : {"0", "2", "x", "-1", "99999999999"})
    CHECK(world.ask(Who::Sam, "GET", kFile, {.ticket = ticket, .file = file}).status == 404);
}

TEST_CASE("a file is read by who may read a comment of its visibility, and by nobody else") {
  World world;
  const std::string ticket = world.open_ticket();
  attach(world, Who::Sam, ticket, "for all", {.name = "all.txt", .rest = with_visibility("requester")});
  attach(world, Who::Sam, ticket, "for both", {.name = "both.txt", .rest = with_visibility("both")});
  attach(world, Who::Sam, ticket, "for us",
         {.name = "us.txt", .rest = fmt::format("{}&team=desk", with_visibility("team"))});
  attach(world, Who::Ana, ticket, "from Ana", {.name = "hers.txt"});
  const auto readable = [&](Who who) {
    std::string read;
    for (int file = 1; file <= 4; ++file) read += fetch(world, who, ticket, file).status == 200 ? "+" : "-";
    return read;
  };
  CHECK(readable(Who::Sam) == "++++");
  CHECK(readable(Who::Dana) == "++-+");
  CHECK(readable(Who::Ada) == "++-+");
  CHECK(readable(Who::Ana) == "+--+");
  CHECK(readable(Who::Bo) == "----");
  CHECK(readable(Who::Iris) == "----");
  const auto names = [&](Who who) { return world.ask(who, "GET", kTicket, {.ticket = ticket}).body; };
  CHECK(names(Who::Sam).contains("us.txt"));
  CHECK_FALSE(names(Who::Dana).contains("us.txt"));
  CHECK_FALSE(names(Who::Ana).contains("both.txt"));
  const auto history = [&](Who who) {
    return world.ask(who, "GET", fmt::format("{}/history", kTicket), {.ticket = ticket}).body;
  };
  CHECK(history(Who::Sam).contains("us.txt"));
  CHECK_FALSE(history(Who::Dana).contains("us.txt"));
  CHECK(history(Who::Dana).contains("attached a file for `desk` only"));
  CHECK_FALSE(history(Who::Ana).contains("both.txt"));
  CHECK(history(Who::Ana).contains("all.txt"));
  // Why it was removed is theirs as well.
  REQUIRE(world
              .ask(Who::Sam, "POST", kFile + "/remove",
                   {.ticket = ticket, .file = "3", .body = R"({"reason": "her salary"})"})
              .status == 200);
  CHECK_FALSE(history(Who::Dana).contains("her salary"));
  CHECK(history(Who::Sam).contains("her salary"));
}

TEST_CASE("a proof shows the record of a file to whom the file is shown") {
  World world;
  const std::string ticket = world.open_ticket();
  const Answer after = attach(world, Who::Sam, ticket, "for us",
                              {.name = "us.txt", .rest = fmt::format("{}&team=desk", with_visibility("team"))});
  const std::string query = fmt::format("?ticket={}&version={}", ticket, after.json().at("version").as_int64());
  const auto proof = [&](Who who) {
    return world.ask(who, "GET", "/api/v1/engagements/{engagement}/ledger/proof", {.query = query}).body;
  };
  CHECK(proof(Who::Sam).contains("us.txt"));
  CHECK_FALSE(proof(Who::Dana).contains("us.txt"));
}

TEST_CASE("a file of a comment has the comment's readers") {
  World world;
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/comments", R"({"text": "see", "visibility": "requester"})");
  const auto file = newest(attach(world, Who::Sam, ticket, kPng, {.rest = "&comment=1"}));
  CHECK(file.at("comment").as_int64() == 1);
  CHECK(file.at("visibility").as_string() == "requester");
  CHECK(fetch(world, Who::Ana, ticket).status == 200);
  CHECK(attach(world, Who::Dana, ticket, kPng, {.rest = "&comment=1"}).status == 422);
}

TEST_CASE("who has a file is not sent it again, and HEAD tells what GET would") {
  World world;
  const std::string ticket = world.open_ticket();
  attach(world, Who::Sam, ticket, kPng);
  const std::string etag = fetch(world, Who::Sam, ticket).raw.header("etag");
  for (const std::string& known : {etag, "W/" + etag, "\"other\", " + etag, std::string("*")}) {
    const Answer again = fetch(world, Who::Sam, ticket, 1, {"If-None-Match: " + known});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(again.raw.header("etag") == etag);
  }
  CHECK(fetch(world, Who::Sam, ticket, 1, {"If-None-Match: \"other\""}).status == 200);
  // Only who may read it learns that it is the same.
  CHECK(fetch(world, Who::Bo, ticket, 1, {"If-None-Match: " + etag}).status == 404);
  test::RawClient client(world.port());
  client.send(
      fmt::format("HEAD /api/v1/engagements/harbor-cu/tickets/{}/files/1 HTTP/1.1\r\nHost: localhost\r\n"
                  "Authorization: Bearer {}\r\n\r\n",
                  ticket, world.token(Who::Sam)));
  const auto head = client.read_response(false);
  CHECK(head.status == 200);
  CHECK(head.header("content-length") == std::to_string(kPng.size()));
  CHECK(head.header("etag") == etag);
}

TEST_CASE("a removed file is gone, and that it was there is not") {
  World world;
  const std::string ticket = world.open_ticket();
  attach(world, Who::Ana, ticket, kPng);
  const Answer removed =
      world.ask(Who::Dana, "POST", kFile + "/remove", {.ticket = ticket, .body = R"({"reason": "the wrong one"})"});
  const auto file = newest(removed);
  CHECK(file.at("removed").at("reason").as_string() == "the wrong one");
  CHECK(file.at("removed").at("by").at("display").as_string() == "Dana Whitfield");
  CHECK_FALSE(file.at("may_remove").as_bool());
  CHECK(file.at("sha256").as_string().size() == 64);
  const Answer got = fetch(world, Who::Ana, ticket);
  CHECK(got.status == 404);
  CHECK(got.json().at("detail").as_string() == "the file was removed by Dana Whitfield");
  CHECK(world.ask(Who::Dana, "POST", kFile + "/remove", {.ticket = ticket, .body = R"({"reason": "x"})"}).status ==
        409);
  CHECK(world.ask(Who::Sam, "POST", kFile + "/remove", {.ticket = ticket, .body = R"({"reason": ""})"}).status == 422);
}

TEST_CASE("the same request with the same key attaches once; If-Match is heeded") {
  World world;
  const std::string ticket = world.open_ticket();
  const Sent once{.headers = {"Idempotency-Key: k1"}};
  const Answer first = attach(world, Who::Sam, ticket, kPng, once);
  const Answer again = attach(world, Who::Sam, ticket, kPng, once);
  CHECK(again.status == 201);
  CHECK(again.json().at("files").as_array().size() == 1);
  CHECK(again.raw.header("etag") == first.raw.header("etag"));
  CHECK(attach(world, Who::Sam, ticket, "other", once).status == 422);
  CHECK(attach(world, Who::Sam, ticket, kPng, {.headers = {"If-Match: \"1\""}}).status == 412);
  CHECK(attach(world, Who::Sam, ticket, kPng, {.headers = {"If-Match: " + first.raw.header("etag")}}).status == 201);
}

TEST_CASE("a large file is taken from who is known, up to the limit that the session tells") {
  World world;
  const std::string ticket = world.open_ticket();
  const auto most = world.ask(Who::Sam, "GET", "/api/v1/session").json().at("max_file_size").as_int64();
  CHECK(most == 25 * 1024 * 1024);
  const std::string large(5'000'000, 'x');
  REQUIRE(attach(world, Who::Sam, ticket, large).status == 201);
  CHECK(fetch(world, Who::Sam, ticket).body == large);
  // Nothing is read of what nobody may send: the answer comes before the body.
  const auto refused = [&](const std::string& credential, std::int64_t size, const char* path) {
    test::RawClient client(world.port());
    client.send(
        fmt::format("POST /api/v1/engagements/harbor-cu/tickets/{}{} HTTP/1.1\r\nHost: localhost\r\n{}"
                    "Content-Length: {}\r\nExpect: 100-continue\r\n\r\n",
                    ticket, path, credential, size));
    return client.read_response().status;
  };
  const auto bearer = [&](Who who) { return fmt::format("Authorization: Bearer {}\r\n", world.token(who)); };
  CHECK(refused("", most, "/files?name=a") == 401);
  CHECK(refused(bearer(Who::Iris), most, "/files?name=a") == 404);
  CHECK(refused(bearer(Who::Ada), most, "/files?name=a") == 403);
  CHECK(refused(bearer(Who::Sam), most + 1, "/files?name=a") == 413);
  CHECK(refused(bearer(Who::Sam), 2 * 1024 * 1024, "/comments") == 413);
  CHECK(refused(bearer(Who::Sam), most, "/files?name=a") == 100);
}

TEST_CASE("a file that ends before its length is no file") {
  World world;
  const std::string ticket = world.open_ticket();
  test::RawClient client(world.port());
  client.send(
      fmt::format("POST /api/v1/engagements/harbor-cu/tickets/{}/files?name=a HTTP/1.1\r\nHost: localhost\r\n"
                  "Authorization: Bearer {}\r\nContent-Length: 2000000\r\n\r\nhalf",
                  ticket, world.token(Who::Sam)));
  client.finish_sending();
  CHECK(client.read_response().status != 201);
  CHECK(world.ask(Who::Sam, "GET", kTicket, {.ticket = ticket}).json().at("files").as_array().empty());
}

TEST_CASE("a file is told to whom a comment would be, and found by its name") {
  World world;
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/take");
  attach(world, Who::Dana, ticket, "x", {.name = "router-log.txt", .rest = with_visibility("requester")});
  const auto told = [&](Who who) { return world.ask(who, "GET", "/api/v1/engagements/{engagement}/notices").body; };
  CHECK(told(Who::Sam).contains("attached `router-log.txt` (1 B)"));
  CHECK(told(Who::Ana).contains("attached `router-log.txt` (1 B)"));
  const auto found = [&](Who who) {
    return world.ask(who, "GET", "/api/v1/engagements/{engagement}/tickets", {.query = "?q=router"})
        .json()
        .at("tickets")
        .as_array()
        .size();
  };
  CHECK(found(Who::Ana) == 1);
  CHECK(found(Who::Bo) == 0);
}

}  // namespace
}  // namespace tandem::contract
