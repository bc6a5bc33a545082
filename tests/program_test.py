"""What users of the program rely on: formats, messages, exit codes. Needs nothing but Python's standard library.

usage: program_test.py PROGRAM SOURCE_FOLDER [--sanitized] [unittest options]
"""
import csv
import gzip
import io
import json
import os
import pty
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM, SOURCE = (os.path.abspath(path) for path in sys.argv[1:3])
MODELS = os.path.join(SOURCE, "models")
SANITIZED = "--sanitized" in sys.argv  # slower, and with memory of its own

ARTICLE = (
    "BEIJING — Minister Wang Yi met reporters on Tuesday.\n\n"
    "“We will work with all sides to keep trade open,” Wang Yi said. “Nobody wins a trade war.”\n\n"
    "French President Emmanuel Macron said that he would visit in May.\n"
)


class ProgramTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="quoth_program_test_")
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as out:
            out.write(content if isinstance(content, bytes) else content.encode())
        return path

    def run_quoth(self, *args, stdin=b"", env=None, **more):
        environment = dict(os.environ, **(env or {}))
        more.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([PROGRAM, *args], input=stdin, stderr=subprocess.PIPE, env=environment, **more)

    def score(self, *args, **more):
        return self.run_quoth("score", "--models", MODELS, *args, **more)

    def assert_one_line(self, result, code, pattern):
        lines = result.stderr.decode().splitlines()
        self.assertEqual(len(lines), 1, lines)
        self.assertTrue(lines[0].startswith("quoth: "), lines[0])
        self.assertRegex(lines[0], pattern)
        self.assertEqual(result.returncode, code)

    def statements(self, result):
        return [json.loads(line) for line in result.stdout.decode().splitlines()]


class Help(ProgramTest):
    def test_version_names_program_icu_and_models(self):
        result = self.run_quoth("--version", env={"QUOTH_MODELS": MODELS})
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.stdout.decode(), r"(?s)^quoth \d+\.\d+\.\d+\n.*ICU \d+.*models")

    def test_every_command_has_help(self):
        result = self.run_quoth("--help")
        self.assertEqual(result.returncode, 0)
        commands = re.findall(r"^  (\w+) ", result.stdout.decode().split("Subcommands:")[1].split("\n\n")[0], re.M)
        self.assertIn("score", commands)
        for command in [[name] for name in commands] + [["train", "statements"], ["eval", "statements"]]:
            result = self.run_quoth(*command, "--help")
            self.assertEqual(result.returncode, 0, command)
            examples = result.stdout.decode().split("Examples:\n")[1].split("\n\n")[0]
            self.assertTrue(examples.lstrip().startswith("quoth " + " ".join(command)), examples)


class Usage(ProgramTest):
    def test_wrong_arguments_exit_with_2(self):
        path = self.file("a.txt", ARTICLE)
        claims = self.file("claims.jsonl", '{"id":"s","text":"We object."}')
        for args, pattern in [
            ([], "no command given; commands are score, "),
            (["scor", "x"], 'unknown command "scor"; commands are score, train, eval, inspect; quoth --help'),
            (["train", "statments", path], 'unknown command "statments"; commands are statements; quoth train --help'),
            (["-x"], 'unknown option "-x"; quoth --help'),
            (["score", "-x"], 'unknown option "-x"; quoth score --help'),
            (["score", "-x", path], 'unknown option "-x"; quoth score --help'),
            (["train", "statements", "--bad", path], 'unknown option "--bad"; quoth train statements --help'),
            (["inspect", path, "b"], 'unexpected argument "b"'),
            (["score"], "inputs"),
            (["score", "--no-such-option", path], "no-such-option"),
            (["score", "--format", "xml", path], "xml.*jsonl"),
            (["score", "--input-format", "pdf", path], "pdf.*transcript"),
            (["score", "--threads", "0", path], "threads"),
            (["score", "--min-confidence", "2", path], "min-confidence"),
            (["score", "--models", MODELS, "--format", "citron", "--input-format", "statements", claims], "citron.*jsonl"),
            (["score", "--models", MODELS, "--out", path, path], "one of the inputs"),
            (["score", "--models", MODELS, "--errors", path, self.folder], "one of the inputs"),
        ]:
            with self.subTest(args=args):
                self.assert_one_line(self.run_quoth(*args), 2, pattern)
        with open(path, encoding="utf-8") as text:
            self.assertEqual(text.read(), ARTICLE)

    def test_models_that_are_not_there(self):
        path = self.file("a.txt", ARTICLE)
        gone = os.path.join(self.folder, "gone")
        self.assert_one_line(self.run_quoth("score", path, env={"QUOTH_MODELS": gone}), 1, "QUOTH_MODELS.*gone")
        self.assert_one_line(self.run_quoth("score", "--models", gone, path), 1, "--models.*gone")


class Formats(ProgramTest):
    def test_jsonl_spans_are_code_points_of_the_text(self):
        statements = self.statements(self.score(self.file("wang.txt", ARTICLE)))
        self.assertGreaterEqual(len(statements), 2)
        for number, statement in enumerate(statements, 1):
            self.assertEqual(statement["doc"], "wang")
            self.assertEqual(statement["id"], f"wang#{number}")
            for span in statement["source"] + statement["cue"] + statement["content"]:
                self.assertEqual(ARTICLE[span["start"]:span["end"]], span["text"])
            self.assertEqual(" ".join(span["text"] for span in statement["content"]), statement["text"])

    def test_all_formats_hold_the_same_statements(self):
        path = self.file("a.jsonl", json.dumps({"id": "x,\"y\"", "text": ARTICLE, "date": "2025-11-24", "outlet": "Post"}))
        statements = self.statements(self.score(path))
        rows = list(csv.DictReader(io.StringIO(self.score("--format", "csv", path).stdout.decode(), newline="")))
        self.assertEqual([row["text"] for row in rows], [statement["text"] for statement in statements])
        self.assertEqual([row["id"] for row in rows], [statement["id"] for statement in statements])
        self.assertEqual([row["speaker"] for row in rows], [statement["speaker"] or "" for statement in statements])
        self.assertEqual([float(row["tone_score"]) for row in rows], [statement["tone_score"] for statement in statements])
        (document,) = self.statements(self.score("--format", "citron", path))
        self.assertEqual(document["id"], "x,\"y\"")
        self.assertEqual(document["text"], ARTICLE)
        self.assertEqual([quote["contents"] for quote in document["quotes"]], [s["content"] for s in statements])
        table = self.score("--format", "table", path).stdout.decode()
        self.assertIn("Wang Yi", table)
        self.assertNotIn("\x1b", table)

    def test_statements_keep_their_ids(self):
        path = self.file("claims.jsonl", '{"id":"s1","text":"We object.","speaker":"Mao Ning"}\n{"text":"We agree."}\n')
        first, second = self.statements(self.score("--input-format", "statements", path))
        self.assertEqual((first["id"], first["speaker"], first["text"]), ("s1", "Mao Ning", "We object."))
        self.assertEqual((second["id"], second["speaker"]), ("claims.jsonl:2", None))
        self.assertAlmostEqual(sum(first["scores"]["tone"].values()), 1, places=3)

    def test_standard_input(self):
        line = json.dumps({"id": "a", "text": ARTICLE}).encode()
        self.assertEqual(self.statements(self.score("-", stdin=line))[0]["doc"], "a")
        self.assertEqual(self.statements(self.score("-", stdin=ARTICLE.encode()))[0]["doc"], "stdin")

    def test_min_confidence_leaves_out_the_less_sure(self):
        path = self.file("a.txt", ARTICLE)
        self.assertEqual(self.score("--min-confidence", "1", "--format", "citron", path).returncode, 0)
        for statement in self.statements(self.score("--min-confidence", "0.8", path)):
            self.assertGreaterEqual(statement["confidence"], 0.8)

    def test_a_terminal_gets_a_coloured_table_unless_no_color(self):
        path = self.file("a.txt", ARTICLE)
        for env, coloured in [({}, True), ({"NO_COLOR": "1"}, False)]:
            ours, theirs = pty.openpty()
            environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
            subprocess.run([PROGRAM, "score", "--models", MODELS, path], stdin=subprocess.DEVNULL, stdout=theirs,
                           env=dict(environment, **env), check=True)
            os.close(theirs)
            shown = os.read(ours, 100000).decode()
            os.close(ours)
            self.assertIn("Wang Yi", shown)
            self.assertEqual("\x1b[" in shown, coloured)

    def test_progress_is_shown_on_a_terminal_that_does_not_get_the_output(self):
        ours, theirs = pty.openpty()
        out = os.path.join(self.folder, "out.jsonl")
        process = subprocess.Popen([PROGRAM, "score", "--models", MODELS, "--out", out, "-"], stdin=subprocess.PIPE,
                                   stderr=theirs)
        while not os.path.exists(out):  # the models are loaded first
            time.sleep(0.01)
        time.sleep(0.5)
        process.communicate(ARTICLE.encode())
        os.close(theirs)
        shown = os.read(ours, 100000).decode()
        os.close(ours)
        self.assertEqual(process.returncode, 0)
        self.assertRegex(shown, r"1 documents .* MB/s.*\r\x1b\[K$")


class Models(ProgramTest):
    def train(self, *args, **more):
        lines = [{"id": str(number), "text": f"We {'welcome' if number % 2 else 'condemn'} the talks of day {number // 4}.",
                  "labels": {"tone": "warm" if number % 2 else "cold"}} for number in range(40)]
        self.file("our corpus/a.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        return self.run_quoth("train", "statements", "--c", "10", "--bucket-bits", "8", *args, cwd=self.folder)

    def train_again(self, model):
        return json.loads(self.run_quoth("inspect", "--json", os.path.join(self.folder, model)).stdout)["card"]["train_again"]

    def test_the_card_names_files_and_options_as_given_but_no_folders_of_one_computer(self):
        self.assertEqual(self.train("--licence", "CC0-1.0", "our corpus/a.jsonl", "-o", "a.quoth").returncode, 0)
        self.assertEqual(self.train_again("a.quoth"), "quoth train statements 'our corpus/a.jsonl' --c 10 --bucket-bits 8 "
                                                      "--licence CC0-1.0 -o a.quoth")
        corpus, model = (os.path.join(self.folder, name) for name in ("our corpus/a.jsonl", "b.quoth"))
        self.assertEqual(self.train(corpus, "-o", model).returncode, 0)
        self.assertEqual(self.train_again("b.quoth"), "quoth train statements a.jsonl --c 10 --bucket-bits 8 -o b.quoth")


    def test_the_shipped_model_is_taken_where_none_is_named(self):
        environment = {"QUOTH_MODELS": MODELS}
        gold = self.file("gold.jsonl", '{"id":"a","text":"We object.","labels":{"tone":"confrontational"}}\n')
        model = os.path.join(MODELS, "statements.en.quoth")
        self.assertEqual(self.run_quoth("eval", "statements", gold, env=environment).stdout,
                         self.run_quoth("eval", "statements", "--model", model, gold).stdout)
        self.assertEqual(self.run_quoth("inspect", env=environment).stdout, self.run_quoth("inspect", model).stdout)


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


class Bulk(ProgramTest):
    def lines(self, count):
        for number in range(count):
            if number % 97 == 5:
                yield '{"id":"bad' + str(number)
            else:
                text = ARTICLE.replace("Tuesday", f"day {number}") * (1 + number % 5)
                yield json.dumps({"id": f"doc{number}", "text": text}, ensure_ascii=False)

    def test_output_is_the_same_for_any_number_of_threads_and_no_line_is_lost(self):
        count = 300 if SANITIZED else 3000
        path = self.file("in.jsonl", "\n".join(self.lines(count)))
        errors = os.path.join(self.folder, "errors.jsonl")
        args = ("--format", "citron", "--errors", errors, path)
        one = self.score("--threads", "1", *args)
        with open(errors, encoding="utf-8") as lines:
            bad = [json.loads(line)["line"] for line in lines]
        for threads in ("2", "7"):
            self.assertEqual(self.score("--threads", threads, *args).stdout, one.stdout)
            with open(errors, encoding="utf-8") as lines:
                self.assertEqual([json.loads(line)["line"] for line in lines], bad)
        ids = [document["id"] for document in self.statements(one)]
        self.assertEqual(ids, [f"doc{number}" for number in range(count) if number % 97 != 5])
        self.assertEqual(bad, [number + 1 for number in range(count) if number % 97 == 5])

    @unittest.skipIf(SANITIZED, "sanitizers need memory of their own")
    def test_memory_does_not_grow_with_the_input(self):
        path = os.path.join(self.folder, "in.jsonl")
        text = ARTICLE * 12
        with open(path, "w", encoding="utf-8") as out:
            for number in range(6000):
                out.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
        self.assertEqual(self.score("--out", os.path.join(self.folder, "out.jsonl"), path).returncode, 0)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.assertLess(peak, 200_000, f"{peak} KB for {os.path.getsize(path)} bytes")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + [arg for arg in sys.argv[3:] if arg != "--sanitized"])
