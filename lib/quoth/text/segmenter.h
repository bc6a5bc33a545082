// Bytes to a Document: UTF-8 repair, paragraphs, sentences, tokens.
#pragma once

#include <memory>
#include <string_view>

#include "quoth/text/document.h"

namespace quoth {

// Holds ICU's iterators, which cost far more to make than to move: keep one a thread and reuse it. Not thread-safe.
class Segmenter {
 public:
  Segmenter();
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  // Any bytes give a Document. Never throws but for lack of memory. Linear in the text. `bytes` over 1 GiB are cut
  // there, reported as a fault.
  Document segment(std::string_view bytes);

  // The same into `document`: what it held is lost, its memory is used again.
  void segment(std::string_view bytes, Document& document);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth
