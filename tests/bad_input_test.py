"""Bad input: one clear line, the right exit code, and the good inputs done all the same."""
import gzip
import json
import os
import re
import signal

from program_under_test import ARTICLE, MODELS, ProgramTest, main


class BadInput(ProgramTest):
    def test_a_missing_file_costs_nothing_but_itself(self):
        good = self.file("good.txt", ARTICLE)
        gone = os.path.join(self.folder, "gone.txt")
        result = self.score(gone, good)
        self.assert_one_line(result, 1, "gone.txt: cannot be opened: No such file or directory; check the path")
        self.assertEqual(result.stdout, self.score(good).stdout)

    def test_a_folder_without_articles(self):
        self.assert_one_line(self.score(self.folder), 1, "holds no input, expected .txt, .md, .jsonl or .csv files")

    def test_invalid_utf8_is_repaired_and_told(self):
        path = self.file("latin1.txt", ARTICLE.encode().replace(b"Macron", b"Macr\xf3n"))
        result = self.score(path)
        self.assert_one_line(result, 0, r"latin1.txt: invalid UTF-8 at byte \d+, replaced by U\+FFFD")
        self.assertGreaterEqual(len(self.statements(result)), 2)
        line = b'{"id":"a","text":"Macr\xf3n said: \xe2\x80\x9cWe agree on trade.\xe2\x80\x9d"}\n'
        result = self.score("--format", "citron", self.file("latin1.jsonl", line))
        self.assert_one_line(result, 0, r"latin1.jsonl:1: invalid UTF-8 at byte 22")
        self.assertIn("Macr\ufffdn", self.statements(result)[0]["text"])

    def test_broken_lines_are_told_with_their_number_and_the_rest_is_scored(self):
        good = json.dumps({"id": "good", "text": ARTICLE})
        for bad, pattern in [
            ('{"id":"a","te', "2: invalid JSON at byte 14, expected one JSON object a line"),
            ('{"id":"a","text":["x"]}', '2: "text" is a list, expected a string'),
            ('{"id":"a"}', '2: no "text", expected'),
            ('{"text":"x","date":7}', '2: "date" is a number, expected a string'),
            ('"x"', "2: the line is a string, expected one JSON object a line"),
        ]:
            with self.subTest(bad=bad):
                result = self.score(self.file("in.jsonl", f"{good}\n{bad}\n{good}\n"))
                self.assert_one_line(result, 1, re.escape("in.jsonl:") + pattern)
                once = self.score("--input-format", "jsonl", "-", stdin=good.encode()).stdout
                self.assertEqual(result.stdout, once * 2)

    def test_files_in_other_formats_are_told_in_one_line_with_the_command_that_helps(self):
        compressed = self.file("bridge.txt.gz", gzip.compress(ARTICLE.encode()))
        result = self.score(compressed)
        self.assert_one_line(result, 1, r"bridge.txt.gz: is compressed by gzip, which is not read; zcat .* \| quoth score -$")
        self.assertEqual(result.stdout, b"")
        pretty = self.file("pretty.json", json.dumps({"id": "a", "text": ARTICLE}, indent=2))
        self.assert_one_line(self.score(pretty), 1, "pretty.json: is JSON over several lines, .*; jq -c . .* makes it so$")
        self.assert_one_line(self.score("--input-format", "statements", pretty), 1, "is JSON over several lines")
        self.assert_one_line(self.score(self.file("a.html", f"<p>{ARTICLE}</p>")), 1, "a.html: is HTML, which is not read")

    def test_errors_file_takes_the_lines(self):
        path = self.file("in.jsonl", '{"id":"a"}\n{"id":"b","text":"x"}\nno\n{"id":"c","text":"\xff"}\n'.encode("latin-1"))
        errors = os.path.join(self.folder, "errors.jsonl")
        result = self.score("--errors", errors, path)
        self.assert_one_line(result, 1, "2 inputs failed, see .*errors.jsonl")
        with open(errors, encoding="utf-8") as lines:
            faults = [json.loads(line) for line in lines]
        self.assertEqual([(fault["line"], fault.get("repaired", False)) for fault in faults],
                         [(1, False), (3, False), (4, True)])
        self.assertEqual({fault["file"] for fault in faults}, {path})

    def test_models_that_are_damaged(self):
        article = self.file("a.txt", ARTICLE)
        with open(os.path.join(MODELS, "statements.en.quoth"), "rb") as model:
            good = model.read()
        flipped = bytearray(good)
        flipped[len(good) // 2] ^= 0x10
        for name, content in [("cut.quoth", good[:len(good) // 2]), ("flipped.quoth", bytes(flipped)),
                              ("empty.quoth", b""), ("text.quoth", ARTICLE.encode())]:
            with self.subTest(name=name):
                result = self.score("--model", self.file(name, content), article)
                self.assert_one_line(result, 1, re.escape(name))
                self.assertEqual(result.stdout, b"")
        self.assert_one_line(self.score("--model", os.path.join(self.folder, "gone.quoth"), article), 1, "gone.quoth")

    def test_registries_that_are_none(self):
        article = self.file("a.txt", ARTICLE)
        head = '{"format":"quoth-registry-1",'
        for content, pattern in [
            ("{", r"registry.json:1: is no JSON from here on, expected a registry, which is one JSON object; see docs"),
            ('{"id":"a"}\n{"id":"b"}\n', r"registry.json:2: is no JSON from here on"),
            ("[]", "registry.json: is a list, expected an object"),
            ("{}", 'registry.json: has no "format"'),
            (head + '"people":{}}', "registry.json: people: is an object, expected a list"),
            (head + '"people":[{"name":"A"},{}]}', r'registry.json: people\[1\]: has no "name", expected a string'),
            (head + '"bodies":["B"]}', r"registry.json: bodies\[0\]: is a string, expected an object"),
            (head + '"people":[{"name":"A","offices":[{"title":1}]}]}',
             r"people\[0\]\.offices\[0\]\.title: is a number, expected a string"),
            (head + '"countries":[{"name":"A","aliases":{"en":[true]}}]}',
             r"countries\[0\]\.aliases\.en\[0\]: is true or false, expected a string"),
        ]:
            with self.subTest(content=content):
                result = self.score("--registry", self.file("registry.json", content), article)
                self.assert_one_line(result, 1, pattern)
                self.assertNotIn(b"exception", result.stderr)

    def test_corpora_that_are_none(self):
        for path, pattern in [(os.path.join(self.folder, "gone.jsonl"), "gone.jsonl: cannot be opened: No such file"),
                              (self.file("empty.jsonl", ""), "empty.jsonl: is empty"), (self.folder, "is a folder")]:
            for command in (["eval", "statements", "--model", os.path.join(MODELS, "statements.en.quoth")],
                            ["train", "statements", "-o", os.path.join(self.folder, "model.quoth")]):
                with self.subTest(path=path, command=command):
                    self.assert_one_line(self.run_quoth(*command, path), 1, pattern)

    def test_outputs_that_cannot_be_written(self):
        path = self.file("a.txt", ARTICLE)
        self.assert_one_line(self.score("--out", "/no/such/folder/out", path), 1, "/no/such/folder/out: cannot be written")
        self.assert_one_line(self.score("--errors", "/no/such/folder/e", path), 1, "/no/such/folder/e: cannot be written")
        self.assert_one_line(self.score("--out", "/dev/full", path), 1, "/dev/full: cannot be written: No space left")
        for args in [("score", "--models", MODELS, path), ("inspect", os.path.join(MODELS, "statements.en.quoth"))]:
            with open("/dev/full", "wb") as full:
                result = self.run_quoth(*args, stdout=full)
            self.assert_one_line(result, 1, "standard output: cannot be written: No space left")

    def test_a_reader_that_has_had_enough_is_no_error(self):
        path = self.file("a.txt", ARTICLE)
        errors = os.path.join(self.folder, "errors.jsonl")
        for args in [("score", "--models", MODELS, "--errors", errors, "gone.txt", path),
                     ("inspect", os.path.join(MODELS, "statements.en.quoth"))]:
            with self.subTest(args=args):
                ours, theirs = os.pipe()
                os.close(ours)
                result = self.run_quoth(*args, stdout=theirs)
                os.close(theirs)
                self.assertEqual(result.stderr, b"")
                self.assertEqual(result.returncode, -signal.SIGPIPE)
        self.assertTrue(os.path.exists(errors))


if __name__ == "__main__":
    main()
