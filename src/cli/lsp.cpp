#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <thread>

#include "agreement/load.h"
#include "cli/commands.h"
#include "lsp/frames.h"
#include "lsp/server.h"

namespace tandem::cli {
namespace {

// A proof begins when nobody has typed for this long: while somebody types, each would be of an older text.
constexpr int kQuietMilliseconds = 120;

// Works a proof out on a thread of its own, one at a time, and makes `ready()` readable when it is done.
class Prover {
 public:
  Prover() : ready_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  ~Prover() {
    if (thread_.joinable()) thread_.join();
    if (ready_ >= 0) close(ready_);
  }
  Prover(const Prover&) = delete;
  Prover& operator=(const Prover&) = delete;

  [[nodiscard]] int ready() const { return ready_; }
  [[nodiscard]] bool is_busy() const { return proof_.has_value(); }

  void begin(lsp::Proof proof) {
    proof_ = std::move(proof);
    thread_ = std::thread([this] {
      // What a thread throws would end the program.
      try {
        compiled_ = proof_->work_out();
      } catch (const std::exception& error) {
        problem_ = error.what();
      }
      const std::uint64_t one = 1;
      static_cast<void>(write(ready_, &one, sizeof one));
    });
  }

  struct Done {
    lsp::Proof proof;
    std::shared_ptr<const agreement::Compiled> compiled;  // null: see `problem`
    std::string problem;
  };
  // REQUIRES: ready() was readable.
  Done take() {
    std::uint64_t count = 0;
    static_cast<void>(read(ready_, &count, sizeof count));
    thread_.join();
    Done done{*std::move(proof_), std::exchange(compiled_, nullptr), std::exchange(problem_, {})};
    proof_.reset();
    return done;
  }

 private:
  int ready_;
  std::thread thread_;
  std::optional<lsp::Proof> proof_;                        // the thread reads it; nobody writes while it runs
  std::shared_ptr<const agreement::Compiled> compiled_{};  // the thread writes these; read after it has been joined
  std::string problem_;
};

class Loop {
 public:
  Loop(lsp::Server& server, const Environment& environment)
      : server_(server), environment_(environment), in_(fileno(environment.in)) {}

  [[nodiscard]] bool is_proving() const { return prover_.is_busy(); }

  int run() {
    while (!server_.is_over()) {
      const bool waits_for_quiet = proof_ && !prover_.is_busy();
      std::array<pollfd, 2> watched{pollfd{in_, POLLIN, 0}, pollfd{prover_.ready(), POLLIN, 0}};
      const int changed = poll(watched.data(), watched.size(), waits_for_quiet ? kQuietMilliseconds : -1);
      if (changed < 0 && errno != EINTR) return could_not_run(environment_, std::strerror(errno));
      if (changed <= 0) {
        if (changed == 0 && proof_) begin_proof();
        continue;
      }
      if ((watched[1].revents & POLLIN) != 0) {
        const auto done = prover_.take();
        send(done.compiled ? server_.finish(done.proof, done.compiled) : server_.give_up(done.proof, done.problem));
      }
      // A client that is gone without a word ends the server as well.
      if (watched[0].revents != 0 && !take_input()) return frames_.is_broken() ? refuse() : server_.exit_status();
      if (auto next = server_.take_proof()) proof_ = std::move(next);
    }
    return server_.exit_status();
  }

 private:
  // Where one message ends and the next begins cannot be told any more.
  [[nodiscard]] int refuse() const {
    return could_not_run(environment_,
                         "standard input does not speak the Language Server Protocol: a message begins with "
                         "`Content-Length: N` and an empty line; `tandem lsp` is meant for an editor to start");
  }

  void begin_proof() {
    prover_.begin(*std::move(proof_));
    proof_.reset();
  }

  // Reads what there is, so that all of it is worked on together. False: there will be no more.
  bool take_input() {
    std::array<char, 65536> buffer{};
    bool open = true;
    for (int readable = 1; readable > 0;) {
      const ssize_t count = read(in_, buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {
        open = false;
        break;
      }
      frames_.add(std::string_view(buffer.data(), static_cast<std::size_t>(count)));
      while (auto frame = frames_.next()) {
        if (frame->too_large) {
          server_.receive_too_large();
        } else {
          server_.receive(frame->content);
        }
      }
      pollfd more{in_, POLLIN, 0};
      readable = poll(&more, 1, 0);
    }
    send(server_.proceed());
    return open && !frames_.is_broken();
  }

  void send(const std::vector<std::string>& messages) {
    for (const std::string& message : messages) fmt::print(environment_.out, "{}", lsp::framed(message));
    if (std::fflush(environment_.out) != 0) throw std::system_error(errno, std::generic_category());
  }

  lsp::Server& server_;
  const Environment& environment_;
  int in_;
  lsp::FrameReader frames_;
  Prover prover_;
  std::optional<lsp::Proof> proof_;  // waits until nobody types
};

}  // namespace

int run(const Lsp&, const Environment& environment) {
  lsp::Server server(
      {.open_folder = [](const std::string& folder) { return std::make_unique<agreement::FolderReader>(folder); },
       .clock = &environment.clock,
       .version = TANDEM_VERSION});
  Loop loop(server, environment);
  const int status = loop.run();
  // Whoever said `exit` does not wait for a proof that nobody will read. It has nothing of its own in the world, so
  // that ending the process is all there is to do; everything sent has been flushed.
  if (loop.is_proving()) std::_Exit(status);
  return status;
}

}  // namespace tandem::cli
