#include "quoth/annotate/train_syntax.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "quoth/annotate/augment_treebank_internal.h"
#include "quoth/annotate/syntax_model_file.h"
#include "quoth/base/error.h"
#include "small_treebank.h"

namespace quoth {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

SyntaxTrainOptions small_options() {
  SyntaxTrainOptions options;
  options.tagger_epochs = options.parser_epochs = 8;
  options.choosing_epochs = 3;
  options.folds = 3;
  return options;
}

// Each sentence three times, so that each fold's tagger has seen the words of the others.
std::vector<TreebankFile> small_files() {
  Treebank treebank;
  for (int i = 0; i < 3; ++i) {
    for (const std::string_view words : kSmallTreebank) treebank.sentences.push_back(sentence_of(words));
  }
  return {{"folder/small.conllu", treebank}};
}

const TrainedSyntax& small_model() {
  static const TrainedSyntax kTrained = [] { return train_syntax(small_files(), small_files(), small_options()); }();
  return kTrained;
}

std::vector<ModelSection> sections_of(const ModelFile& file) {
  std::vector<ModelSection> sections;
  for (const ModelSectionInfo& info : file.sections()) {
    sections.push_back({info.name, std::string(file.section(info.name))});
  }
  return sections;
}

TEST(TrainSyntax, LearnsTheSentencesItIsGiven) {
  EXPECT_EQ(small_model().development.words, 162U);
  EXPECT_GT(small_model().development.tags, 0.98);
  EXPECT_GT(small_model().development.heads, 0.85);
  EXPECT_GT(small_model().development.relations, 0.85);
}

TEST(TrainSyntax, TheSameTreebankGivesTheSameBytes) {
  EXPECT_EQ(train_syntax(small_files(), small_files(), small_options()).model, small_model().model);
}

TEST(TrainSyntax, TellsOfEachEpoch) {
  std::vector<std::string> stages;
  SyntaxTrainOptions options = small_options();
  options.tagger_epochs = 1;
  options.parser_epochs = 2;
  options.progress = [&](const SyntaxTrainProgress& progress) {
    stages.push_back(progress.stage + std::to_string(progress.epoch) + "/" + std::to_string(progress.of));
  };
  train_syntax(small_files(), {}, options);
  EXPECT_THAT(stages, ElementsAre("tagger1/1", "parser1/2", "parser2/2"));
}

TEST(TrainSyntax, TheCardNamesFilesWithoutTheirFolders) {
  const ModelFile file = ModelFile::parse(small_model().model, "small");
  const std::string card(file.section("card"));
  EXPECT_THAT(card, HasSubstr("\"small.conllu\""));
  EXPECT_EQ(card.find("folder"), std::string::npos);
}

TEST(TrainSyntax, NeedsASentenceAFold) {
  SyntaxTrainOptions options = small_options();
  options.folds = 25;
  EXPECT_THROW(train_syntax(small_files(), {}, options), Error);
}

TEST(SyntaxModelFile, GivesItsSamplesAgain) {
  const SyntaxSampleCheck check = check_syntax_samples(ModelFile::parse(small_model().model, "small"));
  EXPECT_GT(check.samples, 0U);
  EXPECT_EQ(check.same, check.samples);
}

TEST(SyntaxModelFile, CutAtAnyByteIsAnError) {
  const std::string& bytes = small_model().model;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(SyntaxModel::from(ModelFile::parse(bytes.substr(0, size), "small")), Error) << size;
  }
}

// The container's checksums catch chance; what is behind them must hold against bytes made on purpose.
TEST(SyntaxModelFile, WithAnySectionCutOrChangedIsAnErrorOrAModel) {
  const std::vector<ModelSection> sections = sections_of(ModelFile::parse(small_model().model, "small"));
  const std::vector<std::string_view> words{"Talks", "failed", ",", "said", "Ana", "."};
  SyntaxScratch scratch;
  std::vector<ParsedWord> parsed;
  const auto loads = [&](const std::vector<ModelSection>& changed) {
    try {
      SyntaxModel::from(ModelFile::parse(model_file_bytes(kSyntaxModelKind, changed), "small"))
          .analyse(words, scratch, parsed);
      return true;
    } catch (const Error&) {
      return false;
    }
  };
  for (std::size_t s = 1; s + 1 < sections.size(); ++s) {
    const std::size_t size = sections[s].bytes.size();
    for (std::size_t i = 0; i < size; i += 1 + i / 16) {
      std::vector<ModelSection> changed = sections;
      changed[s].bytes.resize(i);
      EXPECT_FALSE(loads(changed)) << sections[s].name << " cut at " << i;
      changed = sections;
      changed[s].bytes[i] = static_cast<char>(changed[s].bytes[i] ^ 0xff);
      loads(changed);
    }
  }
}

TEST(SyntaxModelFile, OfOtherFeaturesSaysSo) {
  std::vector<ModelSection> sections = sections_of(ModelFile::parse(small_model().model, "small"));
  sections[1].bytes[0] = '\x63';
  try {
    SyntaxModel::from(ModelFile::parse(model_file_bytes(kSyntaxModelKind, sections), "small"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("was trained on features of version 99"));
  }
}

std::vector<std::string> made_of(const TreebankSentence& sentence) {
  Treebank treebank;
  treebank.sentences = {sentence_of("Yes|UH|0|root"), sentence};  // the first of ten loses its stop
  std::vector<std::string> made;
  for (const TreebankSentence& each : augment_treebank(treebank).sentences) {
    std::string words;
    for (const TreebankWord& word : each.words) {
      words += (words.empty() ? "" : " ") + word.form + "/" + std::to_string(word.head);
    }
    made.push_back(words);
  }
  return made;
}

TEST(AugmentTreebank, CutsWordsAsTokensAre) {
  TreebankSentence sentence = sentence_of("Mr.|NNP|2|nmod Diaz|NNP|3|nsubj left|VBD|0|root ...|.|3|punct");
  sentence.words[2].space_after = false;
  EXPECT_THAT(made_of(sentence), Contains("Mr/3 ./1 Diaz/4 left/0 ./4 ./4 ./4"));
}

TEST(AugmentTreebank, MakesOneWordOfWhatTokensDoNotPart) {
  TreebankSentence sentence = sentence_of("They|PRP|4|nsubj do|VBP|4|aux nt|RB|4|advmod agree|VB|0|root");
  sentence.words[1].space_after = false;
  EXPECT_THAT(made_of(sentence), Contains("They/3 dont/3 agree/0"));
}

TEST(AugmentTreebank, TurnsStraightQuotesCurlyAndBack) {
  EXPECT_THAT(made_of(sentence_of("\"|``|2|punct Yes|UH|0|root \"|''|2|punct")), Contains("“/2 Yes/0 ”/2"));
  EXPECT_THAT(made_of(sentence_of("“|``|2|punct Yes|UH|0|root ”|''|2|punct")), Contains("\"/2 Yes/0 \"/2"));
}

}  // namespace
}  // namespace quoth
