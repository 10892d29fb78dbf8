#include "connect/http_fetcher.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <mutex>

namespace tandem::connect {
namespace {

constexpr long kMaxRedirects = 3;
constexpr long kConnectSeconds = 10;
constexpr const char* kSchemes = "http,https";

struct CloseHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// What one fetch keeps while libcurl calls back.
struct Transfer {
  const HttpFetcherOptions* options;
  const std::stop_token* stopping;
  std::string bytes;
  std::string etag;
  std::string last_modified;
  bool is_too_large = false;
  bool is_refused_address = false;
};

// 127.0.0.0/8, 0.0.0.0/8, 169.254.0.0/16 (RFC 6890) and multicast.
bool is_off_limits(const in_addr& address) {
  const auto bits = ntohl(address.s_addr);
  const auto first = bits >> 24U;
  return first == 0 || first == 127 || (bits >> 16U) == 0xa9feU || first >= 224;
}

// ::1, ::, fe80::/10, multicast, and IPv4 in IPv6's clothes.
bool is_off_limits(const in6_addr& address) {
  if (IN6_IS_ADDR_V4MAPPED(&address)) {
    in_addr inner{};
    std::copy_n(&address.s6_addr[12], 4, reinterpret_cast<std::uint8_t*>(&inner.s_addr));
    return is_off_limits(inner);
  }
  return IN6_IS_ADDR_LOOPBACK(&address) || IN6_IS_ADDR_UNSPECIFIED(&address) || IN6_IS_ADDR_LINKLOCAL(&address) ||
         IN6_IS_ADDR_MULTICAST(&address);
}

bool is_off_limits(const sockaddr& address) {
  if (address.sa_family == AF_INET) return is_off_limits(reinterpret_cast<const sockaddr_in&>(address).sin_addr);
  if (address.sa_family == AF_INET6) return is_off_limits(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
  return true;
}

// Called with the address that will be connected to, redirects included: a name that changes its mind gains nothing.
curl_socket_t open_socket(void* context, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(context);
  if (!transfer.options->allow_this_machine && is_off_limits(address->addr)) {
    transfer.is_refused_address = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t take_body(char* data, std::size_t, std::size_t size, void* context) {
  auto& transfer = *static_cast<Transfer*>(context);
  if (transfer.bytes.size() + size > transfer.options->max_bytes) {
    transfer.is_too_large = true;
    return 0;  // libcurl gives up
  }
  transfer.bytes.append(data, size);
  return size;
}

bool starts_with_name(std::string_view line, std::string_view name) {
  return line.size() > name.size() && line[name.size()] == ':' &&
         std::ranges::equal(line.substr(0, name.size()), name, [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

std::string value_of(std::string_view line) {
  line.remove_prefix(line.find(':') + 1);
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == '\r' || line.back() == '\n' || line.back() == ' ')) line.remove_suffix(1);
  constexpr std::size_t kMaxValidator = 1'000;
  return line.size() <= kMaxValidator ? std::string(line) : std::string();
}

std::size_t take_header(char* data, std::size_t, std::size_t size, void* context) {
  auto& transfer = *static_cast<Transfer*>(context);
  const std::string_view line(data, size);
  if (line.starts_with("HTTP/")) {  // another answer begins: the one before was a redirect
    transfer.etag.clear();
    transfer.last_modified.clear();
    transfer.bytes.clear();
  }
  if (starts_with_name(line, "etag")) transfer.etag = value_of(line);
  if (starts_with_name(line, "last-modified")) transfer.last_modified = value_of(line);
  return size;
}

int check_stop(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Transfer*>(context)->stopping->stop_requested() ? 1 : 0;
}

std::unique_ptr<curl_slist, FreeList> headers_of(const app::FeedRequest& request) {
  std::unique_ptr<curl_slist, FreeList> headers;
  const auto add = [&](const std::string& line) {
    if (curl_slist* longer = curl_slist_append(headers.get(), line.c_str()); longer != nullptr) {
      (void)headers.release();
      headers.reset(longer);
    }
  };
  add("Accept: text/calendar, text/plain;q=0.5, */*;q=0.1");
  if (!request.etag.empty()) add("If-None-Match: " + request.etag);
  if (!request.last_modified.empty()) add("If-Modified-Since: " + request.last_modified);
  return headers;
}

void set_up(CURL* handle, const app::FeedRequest& request, curl_slist* headers, Transfer& transfer) {
  curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, kSchemes);
  // From https on, nothing goes back to http.
  curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, request.url.starts_with("https://") ? "https" : kSchemes);
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(handle, CURLOPT_MAXREDIRS, kMaxRedirects);
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "Tandem");
  curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");  // what it can unpack; the limit counts what comes out
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(transfer.options->timeout.count()));
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");  // the check of addresses would see the proxy's
  curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &transfer);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
  curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, check_stop);
  curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &transfer);
}

// libcurl's own words may repeat the address; these do not.
base::Error error_of(CURLcode code, const Transfer& transfer) {
  using base::ErrorCode;
  if (transfer.is_refused_address) return {ErrorCode::BadInput, "its name leads to the server's own machine or link"};
  if (transfer.is_too_large) {
    return {ErrorCode::BadInput, fmt::format("the answer is larger than {} MiB", transfer.options->max_bytes >> 20U)};
  }
  switch (static_cast<int>(code)) {
    case CURLE_COULDNT_RESOLVE_HOST: return {ErrorCode::Io, "its name is not known"};
    case CURLE_COULDNT_CONNECT: return {ErrorCode::Io, "nothing answers there"};
    case CURLE_OPERATION_TIMEDOUT: return {ErrorCode::Unavailable, "it did not answer in time"};
    case CURLE_TOO_MANY_REDIRECTS: return {ErrorCode::BadInput, "it was passed on too often"};
    case CURLE_UNSUPPORTED_PROTOCOL:
      return {ErrorCode::BadInput, "it is, or leads to, something else than http or https"};
    case CURLE_PEER_FAILED_VERIFICATION: return {ErrorCode::Io, "its certificate is not trusted"};
    case CURLE_ABORTED_BY_CALLBACK: return {ErrorCode::Unavailable, "the server is stopping"};
    default:
      return {ErrorCode::Io, fmt::format("it could not be fetched (libcurl's error {})", static_cast<int>(code))};
  }
}

}  // namespace

HttpFetcher::HttpFetcher(const HttpFetcherOptions& options) : options_(options) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

base::Result<app::FeedAnswer> HttpFetcher::fetch(const app::FeedRequest& request, const std::stop_token& stopping) {
  const std::unique_ptr<CURL, CloseHandle> handle(curl_easy_init());
  if (!handle) return base::fail(base::ErrorCode::Unavailable, "there is no memory for a connection");
  Transfer transfer{.options = &options_, .stopping = &stopping, .bytes = {}, .etag = {}, .last_modified = {}};
  const auto headers = headers_of(request);
  set_up(handle.get(), request, headers.get(), transfer);
  const CURLcode code = curl_easy_perform(handle.get());
  if (code != CURLE_OK) return std::unexpected(error_of(code, transfer));
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status == 304) {
    if (request.etag.empty() && request.last_modified.empty())
      return base::fail(base::ErrorCode::BadInput, "it says that nothing changed, and was not asked");
    return app::FeedAnswer{
        .is_unchanged = true, .bytes = {}, .etag = request.etag, .last_modified = request.last_modified};
  }
  if (status != 200) return base::fail(base::ErrorCode::Io, fmt::format("the server there answered {}", status));
  return app::FeedAnswer{.is_unchanged = false,
                         .bytes = std::move(transfer.bytes),
                         .etag = std::move(transfer.etag),
                         .last_modified = std::move(transfer.last_modified)};
}

}  // namespace tandem::connect
