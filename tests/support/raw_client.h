// A client that sends exactly the bytes it is told to, for tests of framing and of whole conversations. Every wait has
// a deadline: a server that does not answer fails the test instead of hanging it.
//
//   RawClient client(port);
//   client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
//   const RawResponse answer = client.read_response();      // status 0: the peer closed without a word
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <map>
#include <string>
#include <string_view>

namespace tandem::test {

struct RawResponse {
  int status = 0;
  std::multimap<std::string, std::string> headers;  // names in lower case
  std::string body;

  [[nodiscard]] std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval limit{.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ =
        ::connect(socket_, static_cast<const sockaddr*>(static_cast<const void*>(&address)), sizeof address) == 0;
  }
  ~RawClient() { ::close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }

  // False when the peer has closed.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  void finish_sending() { ::shutdown(socket_, SHUT_WR); }

  // `has_body`: false for answers to HEAD.
  RawResponse read_response(bool has_body = true) {
    RawResponse response = read_head();
    if (!has_body || response.status == 0 || response.status == 204 || response.status == 304 || response.status < 200)
      return response;
    const std::string length = response.header("content-length");
    if (length.empty()) return response;
    const std::size_t size = std::stoul(length);
    while (buffer_.size() < size) {
      if (!receive()) return {};
    }
    response.body = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return response;
  }

  // Bytes until `mark` has been seen (with it); what came before the peer closed or the time was up otherwise.
  std::string read_until(std::string_view mark) {
    for (;;) {
      if (const auto at = buffer_.find(mark); at != std::string::npos) {
        std::string text = buffer_.substr(0, at + mark.size());
        buffer_.erase(0, at + mark.size());
        return text;
      }
      if (!receive()) return std::exchange(buffer_, {});
    }
  }

  // Reads to the end. False when the peer did not close in time.
  bool reads_to_end() {
    while (receive()) {
    }
    return ended_;
  }
  [[nodiscard]] const std::string& unread() const { return buffer_; }

 private:
  bool receive() {
    std::array<char, 65536> bytes{};
    const ssize_t got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    // A reset ends the connection as well.
    ended_ = got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
    if (got <= 0) return false;
    buffer_.append(bytes.data(), static_cast<std::size_t>(got));
    return true;
  }

  RawResponse read_head() {
    const std::string head = read_until("\r\n\r\n");
    RawResponse response;
    if (!head.starts_with("HTTP/1.1 ") || !head.ends_with("\r\n\r\n")) return response;
    response.status = std::stoi(head.substr(9, 3));
    std::size_t at = head.find("\r\n") + 2;
    while (at + 2 < head.size()) {
      const std::size_t end = head.find("\r\n", at);
      const std::string line = head.substr(at, end - at);
      const std::size_t colon = line.find(": ");
      std::string name = line.substr(0, colon);
      for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      response.headers.emplace(name, line.substr(colon + 2));
      at = end + 2;
    }
    return response;
  }

  int socket_;
  bool connected_ = false;
  bool ended_ = false;
  std::string buffer_;
};

}  // namespace tandem::test
