// What the output formats share, and the functions behind StatementWriter.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/io/writer.h"

namespace quoth {

constexpr int kScoreDecimals = 4;
constexpr int kConfidenceDecimals = 2;

// The text of `document` under `spans`.
std::string joined_text(const Document& document, const std::vector<Span>& spans, std::string_view separator = " ");

// p(cooperative) - p(confrontational) under the head "tone"; nothing where no head has both.
std::optional<double> tone_score(const std::vector<Head>& heads, const std::vector<HeadScore>& scores);

// The predicted labels under one head, joined by `separator`.
std::string joined_labels(const Head& head, const HeadScore& score, std::string_view separator);

void append_jsonl(const DocumentResult& result, const std::vector<Head>& heads, std::string& out);
void append_jsonl(const InputDocument& input, const std::vector<Head>& heads, const std::vector<HeadScore>& scores,
                  std::string& out);

void append_citron(const DocumentResult& result, const std::vector<Head>& heads, std::string& out);

void append_csv_header(bool statements, const std::vector<Head>& heads, std::string& out);
void append_csv(const DocumentResult& result, const std::vector<Head>& heads, std::string& out);
void append_csv(const InputDocument& input, const std::vector<Head>& heads, const std::vector<HeadScore>& scores,
                std::string& out);

// Over statements that are given as such; each append_table() of one is rows below it.
void append_table_header(const std::vector<Head>& heads, const OutputOptions& options, std::string& out);
void append_table(const DocumentResult& result, const std::vector<Head>& heads, const OutputOptions& options,
                  std::string& out);
void append_table(const InputDocument& input, const std::vector<Head>& heads, const std::vector<HeadScore>& scores,
                  const OutputOptions& options, std::string& out);

}  // namespace quoth
