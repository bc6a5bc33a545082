#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <system_error>

#include "quoth/base/error.h"
#include "quoth/io/brat_lines_internal.h"
#include "quoth/text/code_points.h"

namespace quoth {
namespace {

// The first part of `text`, which goes on after the separator.
std::string_view take_until(char separator, std::string_view& text) {
  const std::size_t end = text.find(separator);
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

bool is_number(std::string_view digits, std::uint64_t& number) {
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return fault == std::errc() && end == digits.data() + digits.size();
}

bool is_id(std::string_view id) {
  return id.size() > 1 && std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void append_without_space(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (!is_space(point.value)) out += text.substr(i, point.length);
    i += point.length;
  }
}

class LineParser {
 public:
  LineParser(const std::string& path, std::string_view text) : path_(path), text_(text) {
    for (std::size_t i = 0; i < text.size(); i += code_point_at(text, i).length) {
      bytes_.push_back(static_cast<std::uint32_t>(i));
    }
    bytes_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  BratLines parse(std::string_view ann) {
    for (std::size_t number = 1; !ann.empty(); ++number) {
      std::string_view line = take_until('\n', ann);
      if (line.ends_with('\r')) line.remove_suffix(1);
      where_ = fmt::format("{}:{}", path_, number);
      if (!line.empty()) parse_line(line);
    }
    return std::move(lines_);
  }

 private:
  void parse_line(std::string_view line) {
    std::string_view rest = line;
    const std::string id(take_until('\t', rest));
    const char form = id.empty() ? ' ' : id.front();
    if (form == '*' || form == '#' || form == 'N') return;
    if (!is_id(id) || std::string_view("TERAM").find(form) == std::string_view::npos) {
      fail("no annotation", "an id such as T1 and a tab", line);
    }
    if (!ids_.insert(id).second) throw Error(where_, fmt::format("\"{}\" comes again", id), "an id of its own");
    const std::string_view data = take_until('\t', rest);
    if (form == 'T') {
      parse_text_bound(id, data, rest);
    } else if (form == 'E' || form == 'R') {
      parse_arguments(id, data, form == 'E');
    } else {
      parse_attribute(data);
    }
  }

  void parse_text_bound(const std::string& id, std::string_view data, std::string_view words) {
    BratTextBound one{std::string(take_until(' ', data)), {}};
    if (one.type.empty() || data.empty()) fail("no annotation of words", "TYPE START END", data);
    std::string there;
    while (!data.empty()) {
      one.spans.push_back(parse_fragment(take_until(';', data)));
      append_without_space(text_.substr(one.spans.back().begin, one.spans.back().size()), there);
    }
    std::string given;
    append_without_space(words, given);
    if (!given.empty() && given != there) {
      throw Error(where_, fmt::format("{} says \"{}\" where the text has \"{}\"", id, words, there), "",
                  "annotations and text do not belong together");
    }
    std::sort(one.spans.begin(), one.spans.end());
    lines_.text_bound_order.push_back(id);
    lines_.text_bounds.emplace(id, std::move(one));
  }

  Span parse_fragment(std::string_view fragment) const {
    std::string_view rest = fragment;
    std::uint64_t start = 0;
    std::uint64_t end = 0;
    if (!is_number(take_until(' ', rest), start) || !is_number(rest, end)) fail("no span", "START END", fragment);
    if (start >= end || end >= bytes_.size()) {
      throw Error(where_, fmt::format("has a span from {} to {}", start, end),
                  fmt::format("START < END <= {}, the code points of the text", bytes_.size() - 1));
    }
    return {bytes_[start], bytes_[end]};
  }

  void parse_arguments(const std::string& id, std::string_view data, bool is_event) {
    BratEvent one{id, {}, {}, {}, where_};
    std::string_view type = take_until(' ', data);
    one.type = take_until(':', type);
    one.trigger = type;
    if (is_event && !is_id(one.trigger)) fail("no event", "TYPE:T1 ROLE:T2 ...", one.type);
    while (!data.empty()) {
      std::string_view argument = take_until(' ', data);
      if (argument.empty()) continue;
      const std::string role(take_until(':', argument));
      if (!is_id(argument)) fail("no argument", "ROLE:T1", role);
      one.arguments.emplace_back(role, argument);
    }
    if (!is_event && one.arguments.size() != 2) fail("no relation", "TYPE Arg1:T1 Arg2:T2", one.type);
    (is_event ? lines_.events : lines_.relations).push_back(std::move(one));
  }

  void parse_attribute(std::string_view data) {
    const std::string type(take_until(' ', data));
    const std::string target(take_until(' ', data));
    if (type.empty() || !is_id(target)) fail("no attribute", "TYPE E1 VALUE", type);
    lines_.attributes.push_back({type, target, std::string(data), where_});
  }

  [[noreturn]] void fail(std::string_view found, std::string_view expected, std::string_view line) const {
    throw Error(where_, fmt::format("\"{}\" is {}", line, found), std::string(expected));
  }

  const std::string& path_;
  std::string_view text_;
  std::vector<std::uint32_t> bytes_;  // where each code point begins, and the end
  std::string where_;
  std::set<std::string> ids_;
  BratLines lines_;
};

}  // namespace

BratLines parse_brat_lines(std::string_view ann, const std::string& path, std::string_view text) {
  return LineParser(path, text).parse(ann);
}

}  // namespace quoth
