#include "cli/progress_line.hpp"

#include <fmt/format.h>

#include <iostream>

#include "terminal/terminal.hpp"

namespace newsdex {
namespace {

constexpr std::chrono::milliseconds kInterval{200};

std::string describe(const Progress& progress, double seconds) {
  const double rate = static_cast<double>(progress.articles) / seconds;
  std::string line = fmt::format("{} articles, {:.0f}/s", progress.articles, rate);
  if (progress.bytes_total == 0 || progress.bytes_done == 0) return line;
  const double share = std::min(
      1.0, static_cast<double>(progress.bytes_done) / static_cast<double>(progress.bytes_total));
  const auto left = static_cast<long>(seconds / share - seconds);
  return line + fmt::format(", {:.0f}%, {}:{:02} left", share * 100, left / 60, left % 60);
}

}  // namespace

ProgressLine::ProgressLine() : enabled_(stderr_is_terminal()) {}

ProgressLine::~ProgressLine() {
  clear();
}

void ProgressLine::show(const Progress& progress) {
  if (!enabled_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  const std::chrono::duration<double> seconds = now - started_;
  if (seconds < kInterval) return;
  std::cerr << "\r\x1b[K" << describe(progress, seconds.count()) << std::flush;
  drawn_ = true;
}

void ProgressLine::clear() {
  if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace newsdex
