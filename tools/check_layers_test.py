#!/usr/bin/env python3
"""What check_layers.py must catch, on small trees made for it."""
import tempfile
import unittest
from pathlib import Path

import check_layers

PAGE = """# Architecture
| folder | is | may include |
|---|---|---|
| `base` | ids | |
| `json` | text | base |
| `store/memory` | rows | base |
| `app` | use cases | base … json |
| `main` | root | all |

| library | home | headers |
|---|---|---|
| Boost.JSON | `json` and its users | `boost/json` |
| SQLite | `store/memory` | `sqlite3.h` |
| fmt | any | `fmt/` |
"""

TREE = {
    "base/id.h": "#include <string>\n#include <fmt/core.h>\n",
    "json/json.h": '#include "base/id.h"\n#include <boost/json.hpp>\n',
    "store/memory/rows.h": '#include "base/id.h"\n#include <sqlite3.h>\n#include <sys/stat.h>\n',
    "store/memory/nested/deep.cpp": '#include "store/memory/rows.h"\n',
    "store/CMakeLists.txt": "add_subdirectory(memory)\n",
    "app/app.cpp": '#include "json/json.h"\n#include <boost/json.hpp>\n',
    "app/app_test.cpp": '#include "support/fake.h"\n#include "store/memory/rows.h"\n#include <doctest/doctest.h>\n',
    "app/CMakeLists.txt": "tandem_layer(app\n  SOURCES app.cpp\n  DEPENDS base json\n  TESTS app_test.cpp\n  TEST_DEPENDS store/memory)\n",
    "main/main.cpp": '#include "app/app.h"\n',
}


class Layers(unittest.TestCase):
    def faults(self, changes=None, page=PAGE):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "ARCHITECTURE.md").write_text(page, encoding="utf-8")
            for name, text in {**TREE, **(changes or {})}.items():
                path = root / "src" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return check_layers.check(root)

    def assert_fault(self, faults, *parts):
        self.assertTrue(any(all(part in fault for part in parts) for fault in faults), faults)

    def test_a_sound_tree_holds(self):
        self.assertEqual(self.faults(), [])

    def test_a_forbidden_include_is_named_with_its_line(self):
        self.assert_fault(self.faults({"base/id.h": '\n#include "json/json.h"\n'}), "src/base/id.h:2", "`json`")

    def test_a_test_may_include_what_its_cmake_file_says_and_no_more(self):
        self.assert_fault(self.faults({"json/json_test.cpp": '#include "store/memory/rows.h"\n'}), "json_test.cpp:1")

    def test_a_cycle_is_shown(self):
        faults = self.faults({"base/id.h": '#include "json/json.h"\n'}, PAGE.replace("| `base` | ids | |", "| `base` | ids | json |"))
        self.assert_fault(faults, "cycle in the table", "base → json → base")
        self.assert_fault(faults, "cycle in the includes")

    def test_a_folder_without_a_row(self):
        self.assert_fault(self.faults({"extra/x.cpp": ""}), "src/extra", "no row")

    def test_a_row_without_a_folder(self):
        self.assert_fault(self.faults(page=PAGE.replace("| `app` |", "| `gone` | never | |\n| `app` |")), "src/gone does not exist")

    def test_a_library_outside_its_home(self):
        self.assert_fault(self.faults({"app/app.cpp": "#include <sqlite3.h>\n"}), "src/app/app.cpp:1", "SQLite")
        self.assert_fault(self.faults({"base/id.h": "#include <boost/json.hpp>\n"}), "Boost.JSON")

    def test_a_library_nobody_wrote_down(self):
        self.assert_fault(self.faults({"app/app.cpp": "#include <curl/curl.h>\n"}), "<curl/curl.h>")

    def test_a_cmake_dependency_the_row_does_not_have(self):
        self.assert_fault(self.faults({"json/CMakeLists.txt": "tandem_layer(json SOURCES DEPENDS base app)\n"}), "DEPENDS app")

    def test_a_missing_table_or_page_is_a_fault(self):
        self.assert_fault(self.faults(page="# nothing\n"), "no table")

    def test_unknown_words_in_a_row(self):
        self.assert_fault(self.faults(page=PAGE.replace("base … json", "base … jsn")), "`app`")


if __name__ == "__main__":
    unittest.main()
