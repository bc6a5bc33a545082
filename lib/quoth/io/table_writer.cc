#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <utility>

#include "quoth/io/terminal_text_internal.h"
#include "quoth/io/writers_internal.h"

namespace quoth {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kWidestSpeaker = 32;
constexpr std::size_t kWidestHead = 32;
// Of tables whose rows come one by one.
constexpr std::size_t kGivenSpeaker = 24;
constexpr std::size_t kGivenId = 20;
constexpr std::size_t kGivenLabels = 24;
constexpr std::size_t kSignedScore = 6;             // " +0.50"
constexpr std::string_view kBetweenPieces = " … ";  // of what was said: other words stand there in the text
constexpr double kClearTone = 0.2;                  // a tone score beyond it, either way, is coloured

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kGreen = "\x1b[32m";
constexpr std::string_view kReset = "\x1b[0m";

// A statement as the table shows it: cells of one line each, and the text below them.
struct Row {
  std::vector<std::string> cells;
  std::string text;
  std::optional<double> tone;
};

std::string speaker_cell(const Attribution& attribution, const Document& document) {
  std::string name = attribution.speaker;
  for (const std::string& speaker : attribution.speakers) name += (name.empty() ? "" : ", ") + speaker;
  // An unknown speaker is still called something in the text.
  if (name.empty() && !attribution.source.empty()) name = "(" + joined_text(document, attribution.source) + ")";
  if (name.empty()) name = "?";
  if (!attribution.addressee.empty()) name += " → " + attribution.addressee;
  return on_one_line(name);
}

// What a statement is about is read first: heads with any number of labels before those with one.
std::vector<std::size_t> in_table_order(const std::vector<Head>& heads) {
  std::vector<std::size_t> order;
  for (const bool multi_label : {true, false}) {
    for (std::size_t i = 0; i < heads.size(); ++i) {
      if (heads[i].multi_label == multi_label) order.push_back(i);
    }
  }
  return order;
}

void add_head_cells(const std::vector<Head>& heads, const std::vector<HeadScore>& scores, Row& row) {
  row.tone = tone_score(heads, scores);
  for (const std::size_t i : in_table_order(heads)) {
    std::string cell = joined_labels(heads[i], scores[i], ", ");
    if (heads[i].name == "tone" && row.tone) {
      std::array<char, 32> signed_score{};
      std::snprintf(signed_score.data(), signed_score.size(), " %+.2f", *row.tone);
      cell += signed_score.data();
    }
    row.cells.push_back(cell.empty() ? "–" : on_one_line(cell));
  }
}

// `widths` that fit into `most` columns with the gaps between them: the widest give way first.
std::vector<std::size_t> within(std::size_t most, std::vector<std::size_t> widths) {
  std::size_t total = kGap * (widths.size() - 1);
  for (const std::size_t width : widths) total += width;
  while (total > most) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= 4) break;
    --*widest;
    --total;
  }
  return widths;
}

class Table {
 public:
  Table(const OutputOptions& options, std::vector<std::string> names) : options_(options), names_(std::move(names)) {}

  void add(Row row) { rows_.push_back(std::move(row)); }

  void append(std::string& out) const {
    const std::vector<std::size_t> widths = column_widths();
    append_names(widths, out);
    append_rows(widths, out);
  }

  void append_names(const std::vector<std::size_t>& widths, std::string& out) const {
    append_cells(
        names_, widths, [this](std::size_t, std::string_view cell) { return styled(cell, kDim); }, out);
  }

  void append_rows(const std::vector<std::size_t>& widths, std::string& out) const {
    for (const Row& row : rows_) {
      append_cells(
          row.cells, widths,
          [this, &row](std::size_t column, std::string_view cell) { return styled(cell, style_of(column, row)); }, out);
      for (const std::string& line : wrapped(on_one_line(row.text), options_.width - kGap)) {
        out.append(kGap, ' ');
        out += line;
        out += '\n';
      }
    }
  }

 private:
  // As wide as the widest cell, within what the terminal leaves.
  std::vector<std::size_t> column_widths() const {
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < names_.size(); ++column) {
      std::size_t width = display_width(names_[column]);
      for (const Row& row : rows_) width = std::max(width, display_width(row.cells[column]));
      widths.push_back(std::min(width, column == 0 ? kWidestSpeaker : kWidestHead));
    }
    return within(options_.width, std::move(widths));
  }

  template <typename Style>
  static void append_cells(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                           const Style& style, std::string& out) {
    std::size_t last = cells.size();
    while (last > 1 && cells[last - 1].empty()) --last;
    for (std::size_t column = 0; column < last; ++column) {
      std::string cell = fitted(cells[column], widths[column]);
      if (column + 1 == last) cell.erase(cell.find_last_not_of(' ') + 1);
      out += style(column, cell);
      if (column + 1 < last) out.append(kGap, ' ');
    }
    out += '\n';
  }

  std::string_view style_of(std::size_t column, const Row& row) const {
    if (column == 0) return kBold;
    if (names_[column] == "kind") return kDim;
    if (names_[column] != "tone" || !row.tone) return {};
    if (*row.tone > kClearTone) return kGreen;
    return *row.tone < -kClearTone ? kRed : std::string_view();
  }

  std::string styled(std::string_view cell, std::string_view style) const {
    if (!options_.colour || style.empty()) return std::string(cell);
    return std::string(style) + std::string(cell) + std::string(kReset);
  }

  const OutputOptions& options_;
  std::vector<std::string> names_;
  std::vector<Row> rows_;
};

std::vector<std::string> column_names(std::vector<std::string> names, const std::vector<Head>& heads) {
  for (const std::size_t i : in_table_order(heads)) names.push_back(heads[i].name);
  return names;
}

// Statements that were given as such: their number is not known, so neither is their widest cell.
Table given_statements(const std::vector<Head>& heads, const OutputOptions& options) {
  return {options, column_names({"speaker", "id"}, heads)};
}

std::vector<std::size_t> given_widths(const std::vector<Head>& heads, const OutputOptions& options) {
  std::vector<std::size_t> widths = {kGivenSpeaker, kGivenId};
  for (const std::size_t i : in_table_order(heads)) {
    std::size_t width = std::max(display_width(heads[i].name), heads[i].multi_label ? kGivenLabels : 0);
    for (const std::string& label : heads[i].labels) {
      if (!heads[i].multi_label) {
        width = std::max(width, display_width(label) + (heads[i].name == "tone" ? kSignedScore : 0));
      }
    }
    widths.push_back(std::min(width, kWidestHead));
  }
  return within(options.width, std::move(widths));
}

// The document's line over its table: id, title, date, outlet, number of statements.
void append_title(const DocumentResult& result, const OutputOptions& options, std::string& out) {
  std::string title = result.input.id;
  for (const std::string* part : {&result.input.title, &result.input.date, &result.input.outlet}) {
    if (!part->empty()) title += " · " + *part;
  }
  const std::size_t count = result.attributions.size();
  title += " · " + (count == 0 ? "no statements" : std::to_string(count) + (count == 1 ? " statement" : " statements"));
  if (options.colour) out += kBold;
  for (const std::string& line : wrapped(on_one_line(title), options.width)) out += line + "\n";
  if (options.colour) out += kReset;
}

}  // namespace

void append_table(const DocumentResult& result, const std::vector<Head>& heads, const OutputOptions& options,
                  std::string& out) {
  append_title(result, options, out);
  if (!result.attributions.empty()) {
    Table table(options, column_names({"speaker", "kind"}, heads));
    for (std::size_t i = 0; i < result.attributions.size(); ++i) {
      const Attribution& attribution = result.attributions[i];
      Row row;
      row.cells = {speaker_cell(attribution, result.document), std::string(to_string(attribution.kind))};
      add_head_cells(heads, result.scores[i], row);
      row.text = joined_text(result.document, attribution.content, kBetweenPieces);
      table.add(std::move(row));
    }
    table.append(out);
  }
  out += '\n';
}

void append_table_header(const std::vector<Head>& heads, const OutputOptions& options, std::string& out) {
  given_statements(heads, options).append_names(given_widths(heads, options), out);
}

void append_table(const InputDocument& input, const std::vector<Head>& heads, const std::vector<HeadScore>& scores,
                  const OutputOptions& options, std::string& out) {
  Table table = given_statements(heads, options);
  Row row;
  row.cells = {on_one_line(input.speaker.empty() ? "?" : input.speaker), on_one_line(input.id)};
  add_head_cells(heads, scores, row);
  row.text = input.text;
  table.add(std::move(row));
  table.append_rows(given_widths(heads, options), out);
}

}  // namespace quoth
