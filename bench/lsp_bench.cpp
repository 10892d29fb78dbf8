// What an editor waits for: one letter is typed into an agreement, and the findings of the text, completion at the
// place or a hover come back, as messages. By the number of lines. The proof, which runs beside, is told apart.
//
//   lsp_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "lsp/server.h"

namespace tandem::lsp {
namespace {

constexpr std::string_view kUri = "file:///bench/agreement.yaml";
constexpr std::string_view kPlace = "    lead: p0";  // where somebody types

std::string repeated(std::string_view line, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += fmt::format(fmt::runtime(line), i, i % 7, i % 50);
  return text;
}

// About `lines` lines: a third routing rules, the rest people, teams, activities, categories and calendars.
std::string agreement_of(int lines) {
  const int unit = lines / 20;
  return "tandem: 1\nengagement: bench\nname: Bench\ntime_zone: America/New_York\neffective: 2026-10-01\n"
         "review: {every: 3 months, by: [p0]}\ndisputes: {decide_within: 1 day, path: [p1]}\n"
         "parties:\n  acme: {kind: client, name: Acme}\n  north: {kind: provider, name: North}\n"
         "calendars:\n  always: {mon-sun: \"00:00-24:00\"}\n" +
         repeated("  c{}: {{mon-fri: \"08:0{}-17:30\", holidays: us-federal}}\n", 10) + "people:\n" +
         repeated("  p{}: {{party: acme, name: Person {}, email: p{}@acme.example}}\n", 4 * unit + 60) +
         "teams:\n  first:\n    party: acme\n" + std::string(kPlace) + "\n    members: [p0, p1]\n    hours: always\n" +
         repeated("  t{0}: {{party: north, lead: p{2}, members: [p{2}, p60], hours: always, cover: [first]}}\n", 50) +
         "sites:\n" + repeated("  - s{}\n", 50) + "functions:\n  f:\n    activities:\n" +
         repeated("      a{0}: {{responsible: t{2}, accountable: p{1}, deputy: p8, informed: [first]}}\n", 4 * unit) +
         "categories:\n  other: f.a0\n" + repeated("  k{0}: f.a{1}\n", 6 * unit) + "routing:\n" +
         repeated("  - {{when: {{category: k{0}, site: s{2}, hours: not c{1}}}, to: t{2}}}\n", 6 * unit) +
         "targets:\n  high: {respond: 15 min, clock: always}\n  normal: {respond: 4 hours, clock: always}\n"
         "escalations:\n  default: [{after: 30 min, tell: [p0, p1]}]\n";
}

// The same where every rule names a category, a site and a team that do not exist.
std::string misspelt_agreement_of(int lines) {
  std::string text = agreement_of(lines);
  const std::size_t rules = text.find("routing:");
  for (const std::string_view name : {"category: k", "site: s", "to: t"}) {
    for (std::size_t at = text.find(name, rules); at != std::string::npos; at = text.find(name, at + 1))
      text.insert(at + name.size(), "x");
  }
  return text;
}

class Editor {
 public:
  explicit Editor(std::string text)
      : text_(std::move(text)),
        clock_(base::Instant::from_unix_s(1'793'512'800)),
        server_({.open_folder =
                     [](const std::string&) {
                       static const std::map<std::string, std::string> nothing;
                       return std::make_unique<agreement::MemoryReader>(nothing);
                     },
                 .clock = &clock_,
                 .version = "bench"}) {
    send("initialize", {{"capabilities", json::Object()}}, 1);
    send("textDocument/didOpen", {{"textDocument", {{"uri", kUri}, {"version", 1}, {"text", text_}}}});
    place_ = LineIndex(text_).position(text_.find(kPlace) + kPlace.size(), Encoding::Utf16);
  }

  // The bytes that come back.
  std::size_t send(std::string_view method, json::Value params, int id = 0) {
    json::Object message{{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
    if (id != 0) message["id"] = id;
    server_.receive(json::to_text(message));
    std::size_t bytes = 0;
    for (const auto& out : server_.proceed()) bytes += out.size();
    return bytes;
  }

  // Types a letter, or takes it away again.
  std::size_t type() {
    typed_ = !typed_;
    const json::Value here = {{"line", place_.line}, {"character", place_.character}};
    const json::Value behind = {{"line", place_.line}, {"character", place_.character + 1}};
    const json::Object change{{"range", {{"start", here}, {"end", typed_ ? here : behind}}},
                              {"text", typed_ ? "x" : ""}};
    return send("textDocument/didChange",
                {{"textDocument", {{"uri", kUri}, {"version", ++version_}}}, {"contentChanges", json::Array{change}}});
  }
  std::size_t ask(std::string_view method) {
    const json::Value here = {{"line", place_.line}, {"character", place_.character}};
    return send(method, {{"textDocument", {{"uri", kUri}}}, {"position", here}}, 2);
  }
  void prove() {
    while (const auto proof = server_.take_proof()) static_cast<void>(server_.finish(*proof, proof->work_out()));
  }
  [[nodiscard]] std::int64_t lines() const { return std::ranges::count(text_, '\n'); }

 private:
  std::string text_;
  base::ManualClock clock_;
  Server server_;
  Position place_;
  bool typed_ = false;
  int version_ = 1;
};

void label(benchmark::State& state, const Editor& editor) {
  state.SetLabel(fmt::format("{} lines", editor.lines()));
}

void keystroke_to_findings(benchmark::State& state) {
  Editor editor(agreement_of(static_cast<int>(state.range(0))));
  for (auto step : state) benchmark::DoNotOptimize(editor.type());
  label(state, editor);
}

void keystroke_among_unknown_names(benchmark::State& state) {
  Editor editor(misspelt_agreement_of(static_cast<int>(state.range(0))));
  for (auto step : state) benchmark::DoNotOptimize(editor.type());
  label(state, editor);
}

void keystroke_to_completion(benchmark::State& state) {
  Editor editor(agreement_of(static_cast<int>(state.range(0))));
  for (auto step : state) {
    benchmark::DoNotOptimize(editor.type());
    benchmark::DoNotOptimize(editor.ask("textDocument/completion"));
  }
  label(state, editor);
}

void keystroke_to_hover(benchmark::State& state) {
  Editor editor(agreement_of(static_cast<int>(state.range(0))));
  editor.prove();
  for (auto step : state) {
    benchmark::DoNotOptimize(editor.type());
    benchmark::DoNotOptimize(editor.ask("textDocument/hover"));
  }
  label(state, editor);
}

void proof_beside(benchmark::State& state) {
  Editor editor(agreement_of(static_cast<int>(state.range(0))));
  for (auto step : state) {
    editor.type();
    editor.type();
    editor.prove();
  }
  label(state, editor);
}

BENCHMARK(keystroke_to_findings)->Arg(200)->Arg(2000)->Arg(20000)->Unit(benchmark::kMillisecond);
BENCHMARK(keystroke_among_unknown_names)->Arg(200)->Arg(2000)->Arg(20000)->Unit(benchmark::kMillisecond);
BENCHMARK(keystroke_to_completion)->Arg(200)->Arg(2000)->Arg(20000)->Unit(benchmark::kMillisecond);
BENCHMARK(keystroke_to_hover)->Arg(200)->Arg(2000)->Arg(20000)->Unit(benchmark::kMillisecond);
BENCHMARK(proof_beside)->Arg(200)->Arg(2000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tandem::lsp

BENCHMARK_MAIN();
