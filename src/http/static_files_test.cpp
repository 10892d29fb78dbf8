#include "http/static_files.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

namespace tandem::http {
namespace {

namespace fs = std::filesystem;

// A web root with a secret beside it.
class Site {
 public:
  Site() {
    std::string name = (fs::temp_directory_path() / "tandem-site-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    fs::create_directories(root() / "assets");
    write(folder_ / "secret.txt", "secret");
    write(root() / "index.html", "<p>index");
    write(root() / "assets" / "app-1a2b.js", "let a = 1");
    write(root() / "assets" / "app-1a2b.js.br", "BROTLI");
    write(root() / "assets" / "app-1a2b.js.gz", "GZIP");
    write(root() / ".hidden", "hidden");
    fs::create_symlink(folder_ / "secret.txt", root() / "link.txt");
    fs::create_symlink(folder_, root() / "up");
  }
  ~Site() { fs::remove_all(folder_); }
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  [[nodiscard]] fs::path root() const { return folder_ / "web"; }

 private:
  static void write(const fs::path& file, std::string_view text) { std::ofstream(file) << text; }
  fs::path folder_;
};

Response get(const StaticFiles& files, std::string path, std::vector<Header> headers = {}) {
  Request request;
  request.path = std::move(path);
  request.headers = std::move(headers);
  return files.answer(request);
}

std::string header(const Response& response, std::string_view name) {
  for (const Header& each : response.headers) {
    if (each.name == name) return each.value;
  }
  return {};
}

TEST_CASE("files are sent with their type, pages for the application's own paths") {
  const Site site;
  const StaticFiles files(site.root());
  CHECK(get(files, "/").body == "<p>index");
  CHECK(get(files, "/e/harbor-cu/tickets/HCU-1").body == "<p>index");
  CHECK(get(files, "/").content_type == "text/html; charset=utf-8");
  CHECK(header(get(files, "/"), "Cache-Control") == "no-cache");
  CHECK(header(get(files, "/"), "Content-Security-Policy").starts_with("default-src 'self';"));
  const Response script = get(files, "/assets/app-1a2b.js");
  CHECK(script.body == "let a = 1");
  CHECK(script.content_type == "text/javascript; charset=utf-8");
  CHECK(header(script, "Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(get(files, "/assets/gone.js").status == 404);
  CHECK(get(files, "/assets/gone").status == 404);
}

TEST_CASE("packed neighbours are sent to those who accept them") {
  const Site site;
  const StaticFiles files(site.root());
  const auto with = [&](const char* accepted) {
    return get(files, "/assets/app-1a2b.js", {{"Accept-Encoding", accepted}});
  };
  CHECK(with("gzip, br").body == "BROTLI");
  CHECK(header(with("gzip, br"), "Content-Encoding") == "br");
  CHECK(with("gzip, br;q=0").body == "GZIP");
  CHECK(with("identity").body == "let a = 1");
  CHECK(with("br").content_type == "text/javascript; charset=utf-8");
  CHECK(header(with("br"), "Vary") == "Accept-Encoding");
}

TEST_CASE("what the browser has is not sent again") {
  const Site site;
  const StaticFiles files(site.root());
  const std::string etag = header(get(files, "/"), "ETag");
  const Response again = get(files, "/", {{"If-None-Match", etag}});
  CHECK(again.status == 304);
  CHECK(again.body.empty());
}

TEST_CASE("no path leads out of the root") {
  const Site site;
  const StaticFiles files(site.root());
  for (const char* path : {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../../secret.txt",
                           "/link.txt", "/up/secret.txt", "/.hidden", "/..\\secret.txt", "/%5c..%5csecret.txt", "/%00",
                           "/%ff", "//secret.txt", "/..;/secret.txt"}) {
    CAPTURE(path);
    const Response response = get(files, path);
    CHECK(response.status == 404);
    CHECK_FALSE(response.body.contains("secret\n"));
  }
}

TEST_CASE("without a web root the page says so") {
  const StaticFiles files("");
  CHECK(get(files, "/").status == 200);
  CHECK(get(files, "/").body.contains("not installed"));
  CHECK(get(files, "/queue").status == 404);
  CHECK(get(StaticFiles("/nonexistent-web-root"), "/").body.contains("not installed"));
}

}  // namespace
}  // namespace tandem::http
