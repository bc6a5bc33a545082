"""The built program as the tests of it run it. Needs nothing but Python's standard library.

usage of a test: NAME_test.py PROGRAM SOURCE_FOLDER [--sanitized] [unittest options]
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
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


def main():
    unittest.main(argv=sys.argv[:1] + [a for a in sys.argv[3:] if a != "--sanitized"])
