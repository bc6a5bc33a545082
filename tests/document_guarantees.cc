#include "document_guarantees.h"

#include <simdjson.h>

#include <cstddef>
#include <cstdint>

#include "quoth/text/code_points.h"

namespace quoth {
namespace {

class Checker {
 public:
  explicit Checker(const Document& document) : document_(document), text_(document.text) {}

  std::string check() {
    if (!simdjson::validate_utf8(text_.data(), text_.size())) return "the text is not valid UTF-8";
    check_faults();
    check_paragraphs();
    check_gaps();
    return broken_;
  }

 private:
  void require(bool kept, const char* promise, std::size_t where) {
    if (!kept && broken_.empty()) broken_ = std::string(promise) + ", broken at " + std::to_string(where);
  }

  bool on_boundary(std::uint32_t offset) const {
    return offset == text_.size() ||
           (offset < text_.size() && (static_cast<unsigned char>(text_[offset]) & 0xC0U) != 0x80);
  }

  // A span of words: not empty, on code point boundaries, no white space at its ends.
  void check_span(Span span, std::uint32_t not_before) {
    require(span.begin < span.end && span.end <= text_.size(), "a span is not empty and lies in the text", span.begin);
    if (!broken_.empty()) return;
    require(span.begin >= not_before, "spans are in order and apart", span.begin);
    require(on_boundary(span.begin) && on_boundary(span.end), "spans lie on code point boundaries", span.begin);
    require(!is_space(code_point_at(text_, span.begin).value) && !is_space(code_point_before(text_, span.end).value),
            "white space at the ends is left out", span.begin);
  }

  void check_faults() {
    std::uint64_t end = 0;
    for (const TextFault& fault : document_.faults) {
      require(fault.length > 0 && fault.offset >= end, "faults are in order and apart", fault.offset);
      end = fault.offset + fault.length;
    }
  }

  void check_paragraphs() {
    std::uint32_t sentence = 0;
    std::uint32_t end = 0;
    for (const Paragraph& paragraph : document_.paragraphs) {
      check_span(paragraph.span, end);
      require(paragraph.sentences.begin == sentence && paragraph.sentences.end > sentence &&
                  paragraph.sentences.end <= document_.sentences.size(),
              "a paragraph owns the sentences after the last one's", paragraph.span.begin);
      if (!broken_.empty()) return;
      check_sentences(paragraph);
      sentence = paragraph.sentences.end;
      end = paragraph.span.end;
    }
    require(sentence == document_.sentences.size(), "every sentence has a paragraph", text_.size());
    require(token_ == document_.tokens.size(), "every token has a sentence", text_.size());
  }

  void check_sentences(const Paragraph& paragraph) {
    require(paragraph.tokens.begin == token_, "a paragraph owns the tokens after the last one's", paragraph.span.begin);
    std::uint32_t end = paragraph.span.begin;
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      const Sentence& sentence = document_.sentences[i];
      check_span(sentence.span, end);
      require(paragraph.span.contains(sentence.span), "a sentence lies in its paragraph", sentence.span.begin);
      require(sentence.tokens.begin == token_ && sentence.tokens.end > token_ &&
                  sentence.tokens.end <= document_.tokens.size(),
              "a sentence owns the tokens after the last one's", sentence.span.begin);
      if (!broken_.empty()) return;
      check_tokens(sentence);
      end = sentence.span.end;
    }
    require(paragraph.tokens.end == token_, "a paragraph's tokens are its sentences'", paragraph.span.begin);
    require(end == paragraph.span.end, "a paragraph ends with its last sentence", paragraph.span.begin);
  }

  void check_tokens(const Sentence& sentence) {
    std::uint32_t end = sentence.span.begin;
    require(document_.tokens[token_].span.begin == end, "a sentence begins with its first token", end);
    for (; token_ < sentence.tokens.end; ++token_) {
      check_span(document_.tokens[token_].span, end);
      end = document_.tokens[token_].span.end;
    }
    require(end == sentence.span.end, "a sentence ends with its last token", sentence.span.begin);
  }

  // Between tokens stands white space, and at the ends of lines the marks of quotes, lists and headings.
  void check_gaps() {
    std::uint32_t begin = 0;
    for (const Token& token : document_.tokens) {
      check_gap(begin, token.span.begin);
      begin = token.span.end;
    }
    check_gap(begin, static_cast<std::uint32_t>(text_.size()));
  }

  void check_gap(std::uint32_t begin, std::uint32_t end) {
    bool line_began = begin == 0;
    std::size_t mark = 0;
    for (std::uint32_t at = begin; at < end;) {
      const CodePoint c = code_point_at(text_, at);
      const bool ends_line =
          (c.value >= 0x0A && c.value <= 0x0D) || c.value == 0x85 || c.value == 0x2028 || c.value == 0x2029;
      if (ends_line) {
        line_began = true;
        mark = 0;
      } else if (!is_space(c.value) && c.value != U'>') {
        require(line_began || c.value == U'#', "what is no white space lies in a token", at);
        require(++mark <= 6 || c.value == U'#', "a line's mark is short", at);
      }
      at += c.length;
    }
  }

  const Document& document_;
  std::string_view text_;
  std::uint32_t token_ = 0;
  std::string broken_;
};

}  // namespace

std::string broken_guarantee(const Document& document) {
  return Checker(document).check();
}

}  // namespace quoth
