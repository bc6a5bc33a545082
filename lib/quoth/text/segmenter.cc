#include "quoth/text/segmenter.h"

#include <cstddef>
#include <cstdint>

#include "quoth/text/blocks.h"
#include "quoth/text/sentences.h"
#include "quoth/text/utf8.h"
#include "quoth/text/words.h"

namespace quoth {
namespace {

constexpr std::size_t kLongestInput = std::size_t{1} << 30;

std::uint32_t size_of(const auto& vector) {
  return static_cast<std::uint32_t>(vector.size());
}

}  // namespace

struct Segmenter::Impl {
  Blocks blocks;
  WordSegmenter words;
  SentenceFinder sentences;
};

Segmenter::Segmenter() : impl_(std::make_unique<Impl>()) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

void Segmenter::segment(std::string_view bytes, Document& document) {
  document.paragraphs.clear();
  document.sentences.clear();
  document.tokens.clear();
  repair_utf8(bytes, kLongestInput, document.text, document.faults);
  find_blocks(document.text, impl_->blocks);
  for (const Block& block : impl_->blocks.blocks) {
    Paragraph paragraph;
    paragraph.kind = block.kind;
    paragraph.level = block.level;
    paragraph.after_blank_line = block.after_blank_line;
    paragraph.tokens.begin = size_of(document.tokens);
    bool beyond_table = false;
    for (std::uint32_t i = block.pieces.begin; i < block.pieces.end; ++i) {
      beyond_table |= impl_->words.append_tokens(document.text, impl_->blocks.pieces[i], document.tokens);
    }
    paragraph.tokens.end = size_of(document.tokens);
    paragraph.sentences.begin = size_of(document.sentences);
    impl_->sentences.append_sentences(document, paragraph.tokens, beyond_table);
    paragraph.sentences.end = size_of(document.sentences);
    paragraph.span = {document.tokens[paragraph.tokens.begin].span.begin,
                      document.tokens[paragraph.tokens.end - 1].span.end};
    document.paragraphs.push_back(paragraph);
  }
}

Document Segmenter::segment(std::string_view bytes) {
  Document document;
  segment(bytes, document);
  return document;
}

}  // namespace quoth
