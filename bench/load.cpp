// A closed-loop HTTP/1.1 client for this machine: N keep-alive connections, one request in flight on each. One thread,
// epoll; prints one line of JSON.
//
//   tandem_load --port 8080 --connections 32 --seconds 3 --header "Authorization: Bearer …"
//               --method POST --path /api/v1/… --body '{"subject":"Ticket {n}"}' --expect 201
//   tandem_load --ready 8080 -- build/release/tandem serve …      starts a program; milliseconds until /readyz says 200
//
// {n} in path and body is a counter. A status other than the expected one, or a broken connection, counts as bad.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void die(std::string_view what) {
  fmt::print(stderr, "tandem_load: {}\n", what);
  std::exit(2);
}

struct Options {
  std::uint16_t port = 0;
  std::size_t connections = 1;
  double seconds = 3;
  double warm = 0.5;           // not counted
  std::uint64_t requests = 0;  // stop after so many instead of after seconds
  std::uint64_t first = 1;     // of the counter
  std::string method = "GET";
  std::string path = "/";
  std::string body;
  std::vector<std::string> headers;
  int expect = 200;
  std::uint16_t ready = 0;
  std::vector<char*> program;
};

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) die(fmt::format("`{}` is no number", text));
  return value;
}

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--") {
      options.program.assign(argv + i + 1, argv + argc);
      options.program.push_back(nullptr);
      break;
    }
    if (i + 1 >= argc) die(fmt::format("{} needs a value", name));
    const std::string_view value = argv[++i];
    if (name == "--port")
      options.port = static_cast<std::uint16_t>(number(value));
    else if (name == "--connections")
      options.connections = number(value);
    else if (name == "--seconds")
      options.seconds = std::strtod(value.data(), nullptr);
    else if (name == "--warm")
      options.warm = std::strtod(value.data(), nullptr);
    else if (name == "--requests")
      options.requests = number(value);
    else if (name == "--first")
      options.first = number(value);
    else if (name == "--method")
      options.method = value;
    else if (name == "--path")
      options.path = value;
    else if (name == "--body")
      options.body = value;
    else if (name == "--header")
      options.headers.emplace_back(value);
    else if (name == "--expect")
      options.expect = static_cast<int>(number(value));
    else if (name == "--ready")
      options.ready = static_cast<std::uint16_t>(number(value));
    else
      die(fmt::format("unknown option {}", name));
  }
  if (options.requests > 0) options.warm = 0;
  return options;
}

sockaddr_in local(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int try_connect(std::uint16_t port) {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) die("no socket");
  const sockaddr_in address = local(port);
  if (connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    close(fd);
    return -1;
  }
  const int on = 1;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return fd;
}

// What an answer's head says; nothing until it is whole.
struct Head {
  int status = 0;
  std::size_t bytes = 0;  // head and body
  bool closes = false;
};
std::optional<Head> read_head(std::string_view text) {
  const auto end = text.find("\r\n\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  Head head;
  head.status = text.size() > 12 ? static_cast<int>(number(text.substr(9, 3))) : 0;
  std::size_t body = 0;
  for (std::size_t at = text.find("\r\n") + 2; at < end;) {
    const auto stop = text.find("\r\n", at);
    std::string line(text.substr(at, stop - at));
    std::ranges::transform(line, line.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (line.starts_with("content-length:"))
      body = number(std::string_view(line).substr(line.find_first_of("0123456789")));
    if (line.starts_with("transfer-encoding:")) die("the server answers in chunks: this client wants a Content-Length");
    if (line.starts_with("connection:") && line.contains("close")) head.closes = true;
    at = stop + 2;
  }
  head.bytes = end + 4 + body;
  return head;
}

struct Connection {
  int fd = -1;
  std::string out;
  std::size_t sent = 0;
  std::string in;
  Clock::time_point began;
};

class Load {
 public:
  explicit Load(Options options) : options_(std::move(options)), counter_(options_.first) {
    epoll_ = epoll_create1(EPOLL_CLOEXEC);
    if (epoll_ < 0) die("no epoll");
    connections_.resize(options_.connections);
  }

  void run() {
    for (auto& connection : connections_) begin(connection);
    const auto started = Clock::now();
    counting_from_ =
        started + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options_.warm));
    const auto until =
        counting_from_ + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options_.seconds));
    std::array<epoll_event, 64> events{};
    while (options_.requests > 0 ? done_ < options_.requests : Clock::now() < until) {
      const int n = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 1000);
      if (n < 0 && errno != EINTR) die("waiting failed");
      if (n == 0 && Clock::now() > until + std::chrono::seconds(options_.requests > 0 ? 600 : 10))
        die("the server does not answer");
      for (int i = 0; i < n; ++i) progress(*static_cast<Connection*>(events[static_cast<std::size_t>(i)].data.ptr));
    }
    print(std::chrono::duration<double>(Clock::now() - counting_from_).count());
  }

 private:
  void begin(Connection& connection) {
    connection.fd = try_connect(options_.port);
    if (connection.fd < 0) die(fmt::format("nobody listens on port {}", options_.port));
    fcntl(connection.fd, F_SETFL, O_NONBLOCK);
    epoll_event event{.events = EPOLLIN, .data = {.ptr = &connection}};
    epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.fd, &event);
    ask(connection);
  }

  static std::string with_number(std::string_view text, std::uint64_t n) {
    std::string out;
    for (std::size_t at = 0;;) {
      const auto place = text.find("{n}", at);
      out += text.substr(at, place - at);
      if (place == std::string_view::npos) return out;
      out += fmt::format("{}", n);
      at = place + 3;
    }
  }

  void ask(Connection& connection) {
    const std::uint64_t n = counter_++;
    const std::string body = with_number(options_.body, n);
    connection.out = fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", options_.method,
                                 with_number(options_.path, n), options_.port);
    for (const auto& header : options_.headers) connection.out += with_number(header, n) + "\r\n";
    if (!body.empty())
      connection.out += fmt::format("Content-Type: application/json\r\nContent-Length: {}\r\n", body.size());
    connection.out += "\r\n" + body;
    connection.sent = 0;
    connection.in.clear();
    connection.began = Clock::now();
    send_rest(connection);
  }

  void send_rest(Connection& connection) {
    while (connection.sent < connection.out.size()) {
      const auto n = send(connection.fd, connection.out.data() + connection.sent,
                          connection.out.size() - connection.sent, MSG_NOSIGNAL);
      if (n < 0 && errno == EAGAIN) continue;  // a request is smaller than a socket's buffer: this does not last
      if (n < 0) return broken(connection);
      connection.sent += static_cast<std::size_t>(n);
    }
  }

  void broken(Connection& connection) {
    ++bad_;
    ++done_;
    close(connection.fd);
    if (bad_ > 1000) die("more than 1000 requests failed");
    begin(connection);
  }

  void progress(Connection& connection) {
    std::array<char, 65536> piece{};
    const auto n = recv(connection.fd, piece.data(), piece.size(), 0);
    if (n < 0 && errno == EAGAIN) return;
    if (n <= 0) return broken(connection);
    connection.in.append(piece.data(), static_cast<std::size_t>(n));
    const auto head = read_head(connection.in);
    if (!head || connection.in.size() < head->bytes) return;
    const auto now = Clock::now();
    ++done_;
    if (head->status != options_.expect) {
      if (bad_++ == 0) fmt::print(stderr, "tandem_load: first unexpected answer: {}\n", connection.in.substr(0, 1000));
    }
    if (now >= counting_from_)
      times_us_.push_back(std::chrono::duration<double, std::micro>(now - connection.began).count());
    bytes_ += head->bytes;
    if (head->closes) {
      close(connection.fd);
      return begin(connection);
    }
    ask(connection);
  }

  void print(double seconds) {
    std::ranges::sort(times_us_);
    const auto at = [&](double share) {
      return times_us_.empty()
                 ? 0.0
                 : times_us_[static_cast<std::size_t>(share * static_cast<double>(times_us_.size() - 1))] / 1000;
    };
    fmt::print(
        "{{\"connections\":{},\"requests\":{},\"bad\":{},\"seconds\":{:.3f},\"per_second\":{:.1f},\"p50_ms\":{:.3f},"
        "\"p99_ms\":{:.3f},"
        "\"max_ms\":{:.3f},\"bytes_per_answer\":{:.0f}}}\n",
        options_.connections, times_us_.size(), bad_, seconds, static_cast<double>(times_us_.size()) / seconds, at(0.5),
        at(0.99), at(1), done_ == 0 ? 0.0 : static_cast<double>(bytes_) / static_cast<double>(done_));
  }

  Options options_;
  int epoll_;
  std::vector<Connection> connections_;
  std::uint64_t counter_;
  Clock::time_point counting_from_;
  std::vector<double> times_us_;
  std::uint64_t done_ = 0;
  std::uint64_t bad_ = 0;
  std::uint64_t bytes_ = 0;
};

bool is_ready(std::uint16_t port) {
  const int fd = try_connect(port);
  if (fd < 0) return false;
  const std::string request =
      fmt::format("GET /readyz HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", port);
  std::array<char, 4096> answer{};
  ssize_t n = send(fd, request.data(), request.size(), MSG_NOSIGNAL);
  if (n > 0) n = recv(fd, answer.data(), answer.size(), 0);
  close(fd);
  return n > 12 && std::string_view(answer.data(), static_cast<std::size_t>(n)).substr(9, 3) == "200";
}

// Starts the program and leaves it running: {"pid":…,"ready_ms":…}.
void start_and_wait(const Options& options) {
  if (options.program.size() < 2) die("--ready wants a program behind --");
  const auto began = Clock::now();
  const pid_t child = fork();
  if (child < 0) die("cannot start a process");
  if (child == 0) {
    // Its output goes to standard error, so that ours is one line of JSON; and it outlives us.
    dup2(STDERR_FILENO, STDOUT_FILENO);
    setsid();
    execv(options.program[0], options.program.data());
    die(fmt::format("cannot run {}: {}", options.program[0], std::strerror(errno)));
  }
  while (!is_ready(options.ready)) {
    int status = 0;
    if (waitpid(child, &status, WNOHANG) == child) die("the program ended before it was ready");
    if (Clock::now() - began > std::chrono::seconds(60)) die("not ready after a minute");
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  fmt::print("{{\"pid\":{},\"ready_ms\":{:.1f}}}\n", child,
             std::chrono::duration<double, std::milli>(Clock::now() - began).count());
}

}  // namespace

int main(int argc, char** argv) {
  Options options = parse(argc, argv);
  if (options.ready != 0) {
    start_and_wait(options);
  } else {
    Load(std::move(options)).run();
  }
  return 0;
}
