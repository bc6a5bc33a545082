"""`quoth convert` between its formats."""
import json
import os
import unittest

from program_under_test import ProgramTest, SOURCE, main

OWN_CORPUS = os.path.join(SOURCE, "corpus", "articles.jsonl")
SPANS = ["cue", "sources", "contents"]


def articles(path):
    with open(path, encoding="utf-8") as file:
        return {article["id"]: article for article in map(json.loads, file)}


class Convert(ProgramTest):
    def convert(self, *args):
        result = self.run_quoth("convert", *args)
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        return result.stdout

    def path(self, name):
        return os.path.join(self.folder, name)

    def test_own_corpus_through_brat_and_back(self):
        self.convert("--to", "brat", OWN_CORPUS, "-o", self.path("brat"))
        self.convert("--to", "jsonl", self.path("brat"), "-o", self.path("back.jsonl"))
        gold, back = articles(OWN_CORPUS), articles(self.path("back.jsonl"))
        self.assertEqual(gold.keys(), back.keys())
        for name, article in gold.items():
            for quote in article["quotes"]:
                for label in ["topics", "tone"]:  # labels of statements are no part of an attribution
                    quote.pop(label, None)
            self.assertEqual(back[name], article)

    def test_own_corpus_through_citron_and_back(self):
        self.convert("--to", "citron", OWN_CORPUS, "-o", self.path("citron"))
        self.convert("--to", "jsonl", self.path("citron"), "-o", self.path("back.jsonl"))
        back = articles(self.path("back.jsonl"))
        for name, article in articles(OWN_CORPUS).items():
            wanted = [{role: quote[role] for role in SPANS} for quote in article["quotes"] if quote["cue"]]
            for quote in wanted:
                start, end = quote["cue"][0]["start"], quote["cue"][-1]["end"]
                quote["cue"] = [{"start": start, "end": end, "text": article["text"][start:end]}]
            self.assertEqual(back[name]["quotes"], wanted)

    def test_predictions_can_be_corrected_in_brat(self):
        found = self.file("found.jsonl", self.score("--format", "citron", os.path.join(SOURCE, "corpus", "articles")).stdout)
        self.convert("--to", "brat", found, "-o", self.path("brat"))
        self.assertEqual(self.convert("--to", "jsonl", self.path("brat")), self.convert("--to", "jsonl", found))

    def test_faults(self):
        bad = self.file("bad/a.ann", "T1\tCue 0 4\tsaid\n")
        self.file("bad/a.txt", "Yes.")
        gold = self.file("gold.jsonl", '{"id": "a", "text": "Yes.", "quotes": []}\n')
        out = self.path("out")
        self.convert("--to", "brat", gold, "-o", out)
        for args, code, pattern in [
            (["--to", "jsonl", os.path.dirname(bad)], 1, 'bad/a.ann:1: T1 says "said" where the text has "Yes."'),
            (["--to", "jsonl", self.path("gone")], 1, "gone"),
            (["--to", "jsonl", gold, gold], 1, 'gold.jsonl:1: has the id "a" that another article has'),
            (["--to", "brat", gold, "-o", out], 1, "out/a.txt: exists; write to a new folder"),
            (["--to", "brat", gold], 2, "-o"),
            (["--to", "xml", gold], 2, "xml"),
            ([gold], 2, "--to"),
        ]:
            with self.subTest(args=args):
                self.assert_one_line(self.run_quoth("convert", *args), code, pattern)


if __name__ == "__main__":
    main()
