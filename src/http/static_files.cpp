#include "http/static_files.h"

#include <fstream>

#include "base/log.h"
#include "http/limits.h"
#include "http/percent.h"

namespace tandem::http {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPagePolicy =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; "
    "base-uri 'self'; form-action 'self'";

constexpr std::string_view kNoWebRoot =
    "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Tandem</title></head>\n"
    "<body><h1>Tandem is running</h1>\n<p>The browser application is not installed: the server was started without a "
    "web root, or "
    "its folder holds no <code>index.html</code>. Build it with <code>./run</code>, or name its folder with "
    "<code>--web-root</code>.</p>\n<p>The API is at <a "
    "href=\"/api/v1/openapi.json\">/api/v1/openapi.json</a>.</p></body></html>\n";

std::string_view type_of(const fs::path& file) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kTypes{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".webp", "image/webp"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".woff", "font/woff"},
      {".wasm", "application/wasm"},
      {".txt", "text/plain; charset=utf-8"},
      {".xml", "application/xml"},
  }};
  const std::string extension = file.extension().string();
  const auto found = std::ranges::find(kTypes, extension, &std::pair<std::string_view, std::string_view>::first);
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

Response page(int status, std::string_view text) {
  Response response = Response::text(status, std::string(text));
  response.content_type = "text/html; charset=utf-8";
  response.headers.push_back({"Content-Security-Policy", std::string(kPagePolicy)});
  return response;
}

Response not_found() {
  return Response::problem(
      {.type = "not-found", .title = "Not found", .status = 404, .detail = "there is no such file"});
}

std::optional<std::string> read_whole(const fs::path& file, std::uintmax_t size) {
  std::ifstream in(file, std::ios::binary);
  std::string text(size, '\0');
  if (!in.read(text.data(), static_cast<std::streamsize>(size))) return std::nullopt;
  return text;
}

// The decoded path as one below the root. Nothing when a segment could lead elsewhere or names a hidden file.
std::optional<fs::path> below_root(std::string_view path) {
  auto decoded = decode_percent(path);
  if (!decoded || decoded->contains('\\')) return std::nullopt;
  fs::path relative;
  for (const auto part : std::views::split(*decoded, '/')) {
    const std::string_view segment(part.begin(), part.end());
    if (segment.empty()) continue;
    if (segment.starts_with('.')) return std::nullopt;
    relative /= segment;
  }
  return relative;
}

}  // namespace

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
  for (const auto part : std::views::split(accept_encoding, ',')) {
    std::string item(part.begin(), part.end());
    std::erase_if(item, [](char c) { return c == ' ' || c == '\t'; });
    const auto semicolon = std::min(item.find(';'), item.size());
    if (!equal_ignoring_case(std::string_view(item).substr(0, semicolon), coding)) continue;
    const std::string weight = item.substr(semicolon);
    return weight.empty() || weight.find_first_of("123456789") != std::string::npos;
  }
  return false;
}

StaticFiles::StaticFiles(fs::path root) {
  std::error_code error;
  if (!root.empty()) root_ = fs::canonical(root, error);
  if (error) base::log_warn("web-root-missing", {{"path", root.string()}, {"reason", error.message()}});
}

std::optional<StaticFiles::Found> StaticFiles::find(const fs::path& relative) const {
  if (root_.empty() || relative.empty()) return std::nullopt;
  std::error_code error;
  // Resolves every link on the way, so that what is compared is what would be opened.
  const fs::path file = fs::canonical(root_ / relative, error);
  if (error) return std::nullopt;
  const fs::path inside = file.lexically_relative(root_);
  if (inside.empty() || *inside.begin() == "..") return std::nullopt;
  if (!fs::is_regular_file(file, error) || error) return std::nullopt;
  Found found{.file = file};
  found.size = fs::file_size(file, error);
  if (error || found.size > limits::kMaxStaticFile) return std::nullopt;
  found.changed = fs::last_write_time(file, error).time_since_epoch().count();
  if (error) return std::nullopt;
  return found;
}

Response StaticFiles::answer(const Request& request) const {
  const auto relative = below_root(request.path);
  if (!relative) return not_found();
  if (const auto found = find(*relative)) return send(request, *relative, *found);
  // A missing asset is missing; any other path belongs to the application's own router.
  if (relative->has_extension() || request.path.starts_with("/assets/")) return not_found();
  if (const auto index = find("index.html")) return send(request, "index.html", *index);
  return page(request.path == "/" ? 200 : 404, kNoWebRoot);
}

Response StaticFiles::send(const Request& request, const fs::path& relative, const Found& found) const {
  Response response;
  response.content_type = type_of(relative);
  response.headers.push_back({"Content-Security-Policy", std::string(kPagePolicy)});
  response.headers.push_back({"Vary", "Accept-Encoding"});
  const bool is_hashed = *relative.begin() == "assets";
  response.headers.push_back({"Cache-Control", is_hashed ? "public, max-age=31536000, immutable" : "no-cache"});

  Found sent = found;
  std::string_view coding;
  if (const std::string* accepted = request.header("accept-encoding")) {
    for (const auto& [name, ending] : {std::pair{"br", ".br"}, std::pair{"gzip", ".gz"}}) {
      if (!accepts_coding(*accepted, name)) continue;
      fs::path neighbour = relative;
      neighbour += ending;
      // One made before the file itself was changed would be an older version of it.
      const auto packed = find(neighbour);
      if (!packed || packed->changed < found.changed) continue;
      sent = *packed;
      coding = name;
      break;
    }
  }
  if (!coding.empty()) response.headers.push_back({"Content-Encoding", std::string(coding)});
  std::string etag =
      fmt::format("\"{:x}-{:x}{}\"", sent.changed, sent.size, coding.empty() ? "" : fmt::format("-{}", coding));
  const std::string* known = request.header("if-none-match");
  const bool unchanged = known != nullptr && (*known == etag || *known == "W/" + etag);
  response.headers.push_back({"ETag", std::move(etag)});
  if (unchanged) {
    response.status = 304;
    response.content_type.clear();
    return response;
  }
  auto text = read_whole(sent.file, sent.size);
  if (!text)
    return Response::problem({.type = "internal",
                              .title = "Something went wrong here",
                              .status = 500,
                              .detail = "the file could not be read"});
  response.body = std::move(*text);
  return response;
}

}  // namespace tandem::http
