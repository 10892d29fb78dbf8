#include "lsp/frames.h"

#include <doctest/doctest.h>

namespace tandem::lsp {
namespace {

TEST_CASE("messages come out of a stream in whatever pieces they came") {
  const std::string stream = framed("one") + framed("") + framed(std::string(1000, 'x')) + framed("{\"ü\":1}");
  for (const std::size_t piece : {std::size_t{1}, std::size_t{3}, std::size_t{7}, stream.size()}) {
    FrameReader frames;
    std::vector<std::string> contents;
    for (std::size_t at = 0; at < stream.size(); at += piece) {
      frames.add(std::string_view(stream).substr(at, piece));
      while (const auto frame = frames.next()) contents.push_back(frame->content);
    }
    CHECK(contents == std::vector<std::string>{"one", "", std::string(1000, 'x'), "{\"ü\":1}"});
    CHECK_FALSE(frames.is_broken());
  }
}

TEST_CASE("the length is found among other fields, in any case") {
  FrameReader frames;
  frames.add("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-LENGTH:  2 \r\n\r\nhi");
  CHECK(frames.next()->content == "hi");
}

TEST_CASE("a header without a length breaks the stream") {
  for (const std::string& header :
       {std::string("Content-Length: many\r\n\r\n"), std::string("\r\n\r\n"), std::string("Content-Length: -1\r\n\r\n"),
        std::string("Content-Length: 99999999999999\r\n\r\n"), std::string(kHeaderBytes + 1, 'x')}) {
    FrameReader frames;
    frames.add(header);
    CHECK_FALSE(frames.next().has_value());
    CHECK(frames.is_broken());
    frames.add(framed("{}"));
    CHECK_FALSE(frames.next().has_value());
  }
}

TEST_CASE("a message that is too large is passed over without being kept") {
  FrameReader frames;
  const std::size_t length = kMessageBytes + 10;
  frames.add("Content-Length: " + std::to_string(length) + "\r\n\r\nabc");
  const auto frame = frames.next();
  REQUIRE(frame.has_value());
  CHECK(frame->too_large);
  const std::string block(1024 * 1024, 'x');
  for (std::size_t left = length - 3; left > 0; left -= std::min(left, block.size())) {
    frames.add(std::string_view(block).substr(0, left));
    CHECK_FALSE(frames.next().has_value());
  }
  frames.add(framed("next"));
  CHECK(frames.next()->content == "next");
}

}  // namespace
}  // namespace tandem::lsp
